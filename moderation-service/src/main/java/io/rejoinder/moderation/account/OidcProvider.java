package io.rejoinder.moderation.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The provider of OpenID Connect: authorization code flow with PKCE, by Spring Security, which
 * checks the ID token. What the provider offers is asked for once, at the first sign-in.
 * Threadsafe.
 */
final class OidcProvider {

  private static final String ID = "staff";

  private final OidcProperties given;
  private final String callback;
  private final OidcAuthorizationCodeReactiveAuthenticationManager manager =
      new OidcAuthorizationCodeReactiveAuthenticationManager(
          new WebClientReactiveAuthorizationCodeTokenResponseClient(),
          new OidcReactiveOAuth2UserService());
  private volatile @Nullable ClientRegistration known;

  /**
   * The provider.
   *
   * @param console the console's address, to which people come back
   */
  OidcProvider(OidcProperties given, URI console) {
    this.given = given;
    this.callback = console.resolve("/sign-in/callback").toString();
  }

  /** Where a browser is sent; fails where the provider does not say. */
  Mono<URI> begin(OidcFlow flow) {
    return registration()
        .map(registration -> URI.create(request(registration, flow).getAuthorizationRequestUri()));
  }

  /**
   * The name of the account that somebody has signed in for; empty if the provider does not say it.
   * Fails where code or ID token are not good, or the provider does not answer.
   */
  Mono<Optional<String>> name(OidcFlow flow, String code) {
    return registration()
        .flatMap(
            registration -> {
              OAuth2AuthorizationResponse response =
                  OAuth2AuthorizationResponse.success(code)
                      .redirectUri(callback)
                      .state(flow.state())
                      .build();
              return manager.authenticate(
                  new OAuth2AuthorizationCodeAuthenticationToken(
                      registration,
                      new OAuth2AuthorizationExchange(request(registration, flow), response)));
            })
        .map(
            who ->
                who.getPrincipal() instanceof OidcUser user
                    ? Optional.ofNullable(user.getClaimAsString(given.claim()))
                    : Optional.empty());
  }

  private Mono<ClientRegistration> registration() {
    ClientRegistration ready = known;
    return ready != null
        ? Mono.just(ready)
        : Mono.fromCallable(this::discovered).subscribeOn(Schedulers.boundedElastic());
  }

  private ClientRegistration discovered() {
    String issuer = Objects.requireNonNull(given.issuer()).toString();
    ClientRegistration.Builder builder =
        ClientRegistrations.fromIssuerLocation(issuer)
            .registrationId(ID)
            .clientId(Objects.requireNonNull(given.clientId()))
            .redirectUri(callback)
            .scope(Arrays.asList(given.scope().split(" ")));
    String secret = given.clientSecret();
    ClientRegistration found =
        secret == null
            ? builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE).build()
            : builder.clientSecret(secret).build();
    known = found;
    return found;
  }

  private OAuth2AuthorizationRequest request(ClientRegistration registration, OidcFlow flow) {
    return OAuth2AuthorizationRequest.authorizationCode()
        .clientId(registration.getClientId())
        .authorizationUri(
            Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
        .redirectUri(callback)
        .scopes(registration.getScopes())
        .state(flow.state())
        .attributes(
            attributes -> {
              attributes.put(OAuth2ParameterNames.REGISTRATION_ID, ID);
              attributes.put(OidcParameterNames.NONCE, flow.nonce());
              attributes.put(PkceParameterNames.CODE_VERIFIER, flow.verifier());
            })
        .additionalParameters(
            parameters -> {
              parameters.put(OidcParameterNames.NONCE, hash(flow.nonce()));
              parameters.put(PkceParameterNames.CODE_CHALLENGE, hash(flow.verifier()));
              parameters.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
            })
        .build();
  }

  private static String hash(String value) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}

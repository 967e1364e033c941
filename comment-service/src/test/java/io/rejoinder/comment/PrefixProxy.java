package io.rejoinder.comment;

import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.util.FileSystemUtils;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * What stands before the service at its readers' end: TLS with a certificate of its own, and a path
 * that is taken off on the way.
 */
final class PrefixProxy implements AutoCloseable {

  private static final String PASSWORD = "changeit";
  private static final String PATH = "/comments";
  private static final Duration BOUND = Duration.ofSeconds(10);

  private final Path folder;
  private final KeyStore keys;
  private final DisposableServer server;
  private final HttpClient behind;

  /** Before the service at this address. */
  PrefixProxy(URI service) throws IOException, GeneralSecurityException, InterruptedException {
    folder = Files.createTempDirectory("proxy-");
    keys = keys(folder.resolve("keys.p12"));
    behind = HttpClient.create().baseUrl(service.toString());
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD.toCharArray());
    server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .secure(spec -> spec.sslContext(tls(own)))
            .handle(this::pass)
            .bindNow(BOUND);
  }

  private static io.netty.handler.ssl.SslContext tls(KeyManagerFactory own) {
    try {
      return SslContextBuilder.forServer(own).build();
    } catch (SSLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyStore keys(Path file)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    List<String> command =
        List.of(
            keytool.toString(),
            "-genkeypair",
            "-alias",
            "proxy",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=dns:localhost,ip:127.0.0.1",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            file.toString());
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IOException("keytool ended with " + exit);
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private org.reactivestreams.Publisher<Void> pass(
      HttpServerRequest request, HttpServerResponse response) {
    if (!request.uri().startsWith(PATH + "/")) {
      return response.sendNotFound();
    }
    return behind
        .headers(headers -> headers.set(request.requestHeaders()).remove("Host"))
        .request(request.method())
        .uri(request.uri().substring(PATH.length()))
        .send(request.receive().retain())
        .response(
            (answer, body) ->
                response
                    .status(answer.status())
                    .headers(answer.responseHeaders())
                    .send(body.retain(), buffer -> true));
  }

  /** An address of a path of the service, as readers see it. */
  URI uri(String path) {
    return URI.create("https://localhost:" + server.port() + PATH + path);
  }

  /** Trusts the certificate. */
  SSLContext trust() throws GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    try {
      trusted.load(null, null);
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
    trusted.setCertificateEntry("proxy", keys.getCertificate("proxy"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  @Override
  public void close() throws IOException {
    server.disposeNow(BOUND);
    FileSystemUtils.deleteRecursively(folder);
  }
}

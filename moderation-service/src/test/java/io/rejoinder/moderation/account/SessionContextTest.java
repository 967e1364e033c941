package io.rejoinder.moderation.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.account.AccountState;
import io.rejoinder.events.account.AccountState.Role;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;

class SessionContextTest {

  private static List<String> authorities(Role role, boolean mustChange) {
    AccountState account =
        new AccountState("anna", 1, "anna", role, "hash", mustChange, true, Instant.EPOCH);
    return SessionContext.context(account, mustChange).getAuthentication().getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .toList();
  }

  @Test
  void eachRoleMayAllThatTheOneBeforeItMay() {
    assertThat(authorities(Role.MODERATOR, false)).containsExactly("moderator");
    assertThat(authorities(Role.SENIOR, false)).containsExactly("moderator", "senior");
    assertThat(authorities(Role.ADMINISTRATOR, false))
        .containsExactly("moderator", "senior", "administrator");
  }

  @Test
  void whoMustChangeTheirPasswordMayNothingElseWhateverTheirRole() {
    for (Role role : Role.values()) {
      assertThat(authorities(role, true)).as("%s", role).containsExactly("must-change-password");
    }
  }
}

package org.concordat.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.CallerAuthentication;
import org.concordat.server.identity.CurrentCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** No account takes the server for itself. */
class CrowdTest {
  private final ApiConventions conventions = new ApiConventions(new CurrentCaller());

  @AfterEach
  void leave() {
    SecurityContextHolder.clearContext();
  }

  private static void call(UUID account) {
    SecurityContextHolder.getContext()
        .setAuthentication(
            new CallerAuthentication(Caller.of(UUID.randomUUID(), account, "A", List.of())));
  }

  private MockHttpServletRequest enter() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    conventions.preHandle(request, new MockHttpServletResponse(), this);
    return request;
  }

  @Test
  void one_request_too_many_at_a_time_waits_and_others_do_not() {
    UUID busy = UUID.randomUUID();
    call(busy);
    List<MockHttpServletRequest> under = new ArrayList<>();
    for (int i = 0; i < ApiConventions.AT_A_TIME; i++) {
      under.add(enter());
    }

    assertThatThrownBy(this::enter)
        .isInstanceOfSatisfying(
            ApiFailure.class,
            failure -> {
              assertThat(failure.problem().kind().status()).isEqualTo(429);
              assertThat(failure.problem().headers()).containsEntry("Retry-After", "1");
            });
    call(UUID.randomUUID());
    enter();
    call(busy);
    conventions.afterCompletion(under.getFirst(), new MockHttpServletResponse(), this, null);
    enter();
  }
}

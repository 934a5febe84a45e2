package org.concordat.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.People;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Announces more than a server should take, at every route that takes anything. */
class UploadAttackTest {
  private static final long HUGE = 20L << 30;
  private static final int PATIENCE_MILLISECONDS = 20_000;
  private static final String SOME_ID = "00000000-0000-7000-8000-000000000000";

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, Acme.workspace());
  private final Person everybody =
      people.person(
          List.of(
              new Grant(Role.SECURITY_OFFICER, Set.of()), new Grant(Role.ADMINISTRATOR, Set.of())));

  private record Target(String method, String path, String type) {}

  private static boolean takesFile(HandlerMethod handler) {
    for (MethodParameter parameter : handler.getMethodParameters()) {
      if (parameter.getParameterType() == MultipartFile.class) {
        return true;
      }
    }
    return false;
  }

  private List<Target> targets(boolean programs) {
    List<Target> targets = new ArrayList<>();
    server
        .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (route, handler) -> {
              for (String path : route.getPatternValues()) {
                boolean ofPrograms = path.startsWith("/api/");
                if (ofPrograms == programs && (programs || takesFile(handler))) {
                  for (String method : writing(route)) {
                    String filled = path.replaceAll("\\{[^}]*\\}", SOME_ID);
                    targets.add(new Target(method, filled, type(route, programs)));
                  }
                }
              }
            });
    return targets;
  }

  private static Set<String> writing(RequestMappingInfo route) {
    Set<String> methods = new TreeSet<>();
    for (RequestMethod method : route.getMethodsCondition().getMethods()) {
      if (Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH).contains(method)) {
        methods.add(method.name());
      }
    }
    return methods;
  }

  private static String type(RequestMappingInfo route, boolean programs) {
    if (!programs) {
      return "multipart/form-data; boundary=x";
    }
    return route.getConsumesCondition().getConsumableMediaTypes().stream()
        .findFirst()
        .map(MediaType::toString)
        .orElse("application/json");
  }

  /** The status that a server answers to a request whose body never ends, or so it says. */
  private int announced(Target target, String credentials, String begin) throws IOException {
    URI address = server.address();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
      OutputStream out = socket.getOutputStream();
      String request =
          "%s %s HTTP/1.1\r\nHost: %s:%d\r\n%s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(
                  target.method(),
                  target.path(),
                  address.getHost(),
                  address.getPort(),
                  credentials,
                  target.type(),
                  HUGE,
                  begin);
      out.write(request.getBytes(StandardCharsets.UTF_8));
      out.flush();
      String line =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
              .readLine();
      assertThat(line).as(target.toString()).isNotNull();
      int status = line.indexOf(' ') + 1;
      return Integer.parseInt(line.substring(status, status + 3));
    }
  }

  @Test
  void no_form_with_a_file_reads_twenty_gibibytes() throws IOException {
    Visitor visitor = people.signedIn(everybody);
    String cookies =
        "Cookie: session=%s; csrf=%s".formatted(visitor.cookie("session"), visitor.cookie("csrf"));
    List<Target> targets = targets(false);
    SoftAssertions softly = new SoftAssertions();
    for (Target target : targets) {
      int status =
          announced(
              target,
              cookies,
              "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\nx");

      softly.assertThat(status).as(target.toString()).isEqualTo(413);
    }
    softly.assertAll();
    assertThat(targets).hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void no_route_for_programs_reads_twenty_gibibytes() throws IOException {
    String bearer = "Authorization: Bearer " + people.token(everybody);
    List<Target> targets = targets(true);
    SoftAssertions softly = new SoftAssertions();
    int tooLarge = 0;
    for (Target target : targets) {
      int status = announced(target, bearer, "{");

      // Some say first that there is no such thing, or that they take no body at all.
      softly.assertThat(status).as(target.toString()).isBetween(200, 499);
      tooLarge += status == 413 ? 1 : 0;
    }
    softly.assertAll();
    assertThat(tooLarge).isGreaterThan(20);
  }
}

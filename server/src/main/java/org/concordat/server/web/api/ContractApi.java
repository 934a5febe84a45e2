package org.concordat.server.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.concordat.server.identity.OpenToAll;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The contract of the API, as OpenAPI 3.1. It is a file that is made from the handlers by a test,
 * which fails when the two differ; so nothing has to be found out when the server runs.
 */
@Controller
public final class ContractApi {
  static final String FILE = "/api/openapi.json";

  private final byte[] contract = read();

  /** The contract as it is committed. */
  public static byte[] read() {
    try (InputStream in = Objects.requireNonNull(ContractApi.class.getResourceAsStream(FILE))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @GetMapping(path = Call.ROOT + "/openapi.json", produces = Media.JSON)
  @OpenToAll(because = "whoever writes a program reads the contract first; it tells of no data")
  @Described("Reads this contract")
  ApiAnswer contract() {
    return ApiAnswer.file(Media.JSON, out -> out.write(contract))
        .header("Cache-Control", "public, max-age=3600");
  }
}

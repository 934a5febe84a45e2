package org.concordat.server.trail.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.trail.sealing.SealState;
import org.concordat.server.trail.sealing.TrailExports;
import org.concordat.server.trail.sealing.TrailSealer;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Media;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.node.ObjectNode;

/** The sealed trail to take away, and what it is checked with. */
@Controller
@RequestMapping(path = Call.ROOT)
final class TrailApi {
  private static final int BUFFER = 64 * 1024;

  private final TrailExports exports;
  private final TrailSealer sealer;

  TrailApi(TrailExports exports, TrailSealer sealer) {
    this.exports = exports;
    this.sealer = sealer;
  }

  @GetMapping(path = "/trail", produces = Media.LINES)
  @Needs(Permission.READ_TRAIL)
  @Described("Exports the trail, sealed, as concordat trail verify checks it")
  ApiAnswer export(Call call) {
    return ApiAnswer.file(
        Media.LINES,
        out -> {
          BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
          exports.write(call.caller().tenant(), buffered);
          buffered.flush();
        });
  }

  @GetMapping(path = "/trail/key", produces = "application/x-pem-file")
  @Needs(Permission.READ_TRAIL)
  @Described("Reads the public key that the trail is sealed with")
  ApiAnswer key(Call call) {
    byte[] pem = sealer.publicKey().pem().getBytes(UTF_8);
    return ApiAnswer.file("application/x-pem-file", out -> out.write(pem));
  }

  @GetMapping(path = "/trail/seal", produces = Media.JSON)
  @Needs(Permission.READ_TRAIL)
  @Described(value = "Tells how far the trail is sealed", answer = "Seal")
  ApiAnswer seal(Call call) {
    SealState state = sealer.state(call.caller().tenant());
    ObjectNode json =
        ActionNodes.object()
            .put("entries", state.entries())
            .put("sealed", state.sealed())
            .put("waiting", state.waiting())
            .put("key", state.fingerprint())
            .put("broken", state.broken());
    state.note().ifPresent(note -> json.put("head", note.toString()));
    return ApiAnswer.ok(json);
  }
}

package org.concordat.server.testing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A device with one passkey, and a browser that lies as it is told: what no real browser can be
 * brought to do. Written from the W3C's Web Authentication, section 6.
 */
public final class SoftPasskey {
  private static final int USER_PRESENT = 0x01;
  private static final int USER_VERIFIED = 0x04;
  private static final int WITH_CREDENTIAL = 0x40;

  private final byte[] id = new byte[32];
  private final KeyPair keys;
  private byte[] userHandle = new byte[0];

  /** What the browser claims. */
  public URI origin;

  public String relyingParty;

  /** How often the device says that it has signed. */
  public int count;

  /** Whether the device has checked a finger, a face or a number. */
  public boolean verifiesUser = true;

  /** A device at a server. */
  public SoftPasskey(URI origin) {
    this.origin = origin;
    relyingParty = origin.getHost();
    new SecureRandom().nextBytes(id);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The challenge in the options that a server has answered. */
  public static String challenge(String options) {
    return field(options, "challenge");
  }

  private static String field(String json, String name) {
    Matcher field = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
    if (!field.find()) {
      throw new IllegalArgumentException("no " + name + " in " + json);
    }
    return field.group(1);
  }

  /** What a browser answers to options for a new passkey. */
  public String register(String options) {
    String user = options.substring(options.indexOf("\"user\":"));
    userHandle = Base64.getUrlDecoder().decode(field(user, "id"));
    byte[] data = authenticatorData(WITH_CREDENTIAL, credential());
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    object.writeBytes(bytes("A3 63 66 6D 74 64 6E 6F 6E 65 67 61 74 74 53 74 6D 74 A0"));
    object.writeBytes(bytes("68 61 75 74 68 44 61 74 61 58"));
    object.write(data.length);
    object.writeBytes(data);
    return answer(
        "\"clientDataJSON\":\""
            + base64(clientData("webauthn.create", challenge(options)))
            + "\",\"attestationObject\":\""
            + base64(object.toByteArray())
            + "\",\"transports\":[\"internal\"]");
  }

  private byte[] credential() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[16]);
    out.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
    out.writeBytes(id);
    out.writeBytes(bytes("A5 01 02 03 26 20 01 21 58 20"));
    out.writeBytes(coordinate(key.getW().getAffineX()));
    out.writeBytes(bytes("22 58 20"));
    out.writeBytes(coordinate(key.getW().getAffineY()));
    return out.toByteArray();
  }

  private static byte[] coordinate(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
    return fixed;
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private byte[] authenticatorData(int flags, byte[] more) {
    int user = USER_PRESENT | (verifiesUser ? USER_VERIFIED : 0);
    return ByteBuffer.allocate(37 + more.length)
        .put(sha256(relyingParty.getBytes(StandardCharsets.UTF_8)))
        .put((byte) (flags | user))
        .putInt(count)
        .put(more)
        .array();
  }

  private byte[] clientData(String type, String challenge) {
    return ("{\"type\":\""
            + type
            + "\",\"challenge\":\""
            + challenge
            + "\",\"origin\":\""
            + origin
            + "\",\"crossOrigin\":false}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private String answer(String response) {
    String name = base64(id);
    return "{\"id\":\""
        + name
        + "\",\"rawId\":\""
        + name
        + "\",\"type\":\"public-key\",\"response\":{"
        + response
        + "},\"clientExtensionResults\":{}}";
  }

  /** What a browser answers to a challenge. */
  public String sign(String challenge) {
    return signAs(challenge, userHandle);
  }

  /** The same, by a device that says that the passkey is somebody else's. */
  public String signAs(SoftPasskey victim, String challenge) {
    return signAs(challenge, victim.userHandle);
  }

  private String signAs(String challenge, byte[] user) {
    byte[] data = authenticatorData(0, new byte[0]);
    byte[] client = clientData("webauthn.get", challenge);
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(data);
      signature.update(sha256(client));
      return answer(
          "\"clientDataJSON\":\""
              + base64(client)
              + "\",\"authenticatorData\":\""
              + base64(data)
              + "\",\"signature\":\""
              + base64(signature.sign())
              + "\",\"userHandle\":\""
              + base64(user)
              + "\"");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

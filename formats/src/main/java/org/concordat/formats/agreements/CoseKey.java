package org.concordat.formats.agreements;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * A public key as passkeys have it: COSE_Key (RFC 9052, section 7) in the small part of CBOR (RFC
 * 8949) that such keys use, a map of whole numbers to whole numbers and bytes. Of its parameters
 * those that the algorithms of passkeys need are read.
 *
 * @param algorithm what {@link java.security.Signature} calls it
 */
record CoseKey(PublicKey key, String algorithm, String name) {
  private static final int KEY_TYPE = 1;
  private static final int ALGORITHM = 3;
  private static final int CURVE = -1;
  private static final int X = -2;
  private static final int Y = -3;
  private static final int RSA_N = -1;
  private static final int RSA_E = -2;
  private static final int MOST_PARAMETERS = 20;
  private static final int SHORTEST_RSA = 2_048;

  /** The start of a SubjectPublicKeyInfo of Ed25519 (RFC 8410), before the key's 32 bytes. */
  private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

  static CoseKey parse(byte[] bytes) throws GeneralSecurityException {
    Map<Long, Object> parameters = parameters(bytes);
    long algorithm = number(parameters, ALGORITHM);
    return switch ((int) algorithm) {
      case -7 -> elliptic(parameters);
      case -8 -> edwards(parameters);
      case -257 -> rsa(parameters);
      default ->
          throw new GeneralSecurityException(
              "algorithm " + algorithm + " is none of ES256, EdDSA and RS256");
    };
  }

  private static CoseKey elliptic(Map<Long, Object> parameters) throws GeneralSecurityException {
    expect(parameters, KEY_TYPE, 2);
    expect(parameters, CURVE, 1);
    ECPoint point = new ECPoint(integer(parameters, X, 32), integer(parameters, Y, 32));
    ECParameterSpec curve = p256();
    checkOnCurve(point, curve.getCurve());
    PublicKey key = KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve));
    return new CoseKey(key, "SHA256withECDSA", "ES256");
  }

  static ECParameterSpec p256() throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new java.security.spec.ECGenParameterSpec("secp256r1"));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }

  /** y² = x³ + ax + b in the field: a point beside the curve could give a key away. */
  private static void checkOnCurve(ECPoint point, EllipticCurve curve)
      throws GeneralSecurityException {
    BigInteger p = ((java.security.spec.ECFieldFp) curve.getField()).getP();
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    BigInteger right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(p);
    if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0 || !y.pow(2).mod(p).equals(right)) {
      throw new GeneralSecurityException("the key is no point of the curve P-256");
    }
  }

  private static CoseKey edwards(Map<Long, Object> parameters) throws GeneralSecurityException {
    expect(parameters, KEY_TYPE, 1);
    expect(parameters, CURVE, 6);
    byte[] x = bytes(parameters, X, 32);
    byte[] info = ByteBuffer.allocate(ED25519.length + 32).put(ED25519).put(x).array();
    PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(info));
    return new CoseKey(key, "Ed25519", "Ed25519");
  }

  private static CoseKey rsa(Map<Long, Object> parameters) throws GeneralSecurityException {
    expect(parameters, KEY_TYPE, 3);
    BigInteger n = new BigInteger(1, bytes(parameters, RSA_N, 0));
    BigInteger e = new BigInteger(1, bytes(parameters, RSA_E, 0));
    if (n.bitLength() < SHORTEST_RSA) {
      throw new GeneralSecurityException(
          "a key of RSA has at least %d bits, not %d".formatted(SHORTEST_RSA, n.bitLength()));
    }
    PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(n, e));
    return new CoseKey(key, "SHA256withRSA", "RS256");
  }

  private static BigInteger integer(Map<Long, Object> parameters, int label, int length)
      throws GeneralSecurityException {
    return new BigInteger(1, bytes(parameters, label, length));
  }

  private static byte[] bytes(Map<Long, Object> parameters, int label, int length)
      throws GeneralSecurityException {
    if (!(parameters.get((long) label) instanceof byte[] bytes)
        || (length > 0 && bytes.length != length)) {
      throw new GeneralSecurityException("the key's parameter " + label + " is not as it must be");
    }
    return bytes;
  }

  private static long number(Map<Long, Object> parameters, int label)
      throws GeneralSecurityException {
    if (parameters.get((long) label) instanceof Long number) {
      return number;
    }
    throw new GeneralSecurityException("the key's parameter " + label + " is missing");
  }

  private static void expect(Map<Long, Object> parameters, int label, long value)
      throws GeneralSecurityException {
    if (number(parameters, label) != value) {
      throw new GeneralSecurityException(
          "the key's parameter %d is not %d".formatted(label, value));
    }
  }

  private static Map<Long, Object> parameters(byte[] cbor) throws GeneralSecurityException {
    ByteBuffer in = ByteBuffer.wrap(cbor);
    Map<Long, Object> parameters = new HashMap<>();
    try {
      long head = head(in, 5);
      if (head > MOST_PARAMETERS) {
        throw new GeneralSecurityException("the key has too many parameters");
      }
      for (long i = 0; i < head; i++) {
        Object label = item(in);
        if (!(label instanceof Long number) || parameters.put(number, item(in)) != null) {
          throw new GeneralSecurityException("the key's parameters are no map of numbers");
        }
      }
    } catch (BufferUnderflowException e) {
      throw new GeneralSecurityException("the key ends too early", e);
    }
    if (in.hasRemaining()) {
      throw new GeneralSecurityException("something follows the key");
    }
    return parameters;
  }

  private static long head(ByteBuffer in, int major) throws GeneralSecurityException {
    if (major(in) != major) {
      throw new GeneralSecurityException("this is no COSE key");
    }
    return argument(in);
  }

  private static Object item(ByteBuffer in) throws GeneralSecurityException {
    int major = major(in);
    long argument = argument(in);
    return switch (major) {
      case 0 -> argument;
      case 1 -> -1 - argument;
      case 2, 3 -> {
        if (argument < 0 || argument > in.remaining()) {
          throw new GeneralSecurityException("the key ends too early");
        }
        byte[] bytes = new byte[(int) argument];
        in.get(bytes);
        yield bytes;
      }
      default -> throw new GeneralSecurityException("the key holds more than numbers and bytes");
    };
  }

  /** The major type of the next item, which is not consumed. */
  private static int major(ByteBuffer in) throws GeneralSecurityException {
    if (!in.hasRemaining()) {
      throw new GeneralSecurityException("the key ends too early");
    }
    return (in.get(in.position()) & 0xFF) >> 5;
  }

  private static long argument(ByteBuffer in) throws GeneralSecurityException {
    int low = in.get() & 0x1F;
    return switch (low) {
      case 24 -> in.get() & 0xFF;
      case 25 -> in.getShort() & 0xFFFF;
      case 26 -> in.getInt() & 0xFFFF_FFFFL;
      default -> {
        if (low > 23) {
          throw new GeneralSecurityException("the key is not in the form that keys have");
        }
        yield low;
      }
    };
  }
}

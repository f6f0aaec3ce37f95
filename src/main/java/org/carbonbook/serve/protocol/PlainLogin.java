package org.carbonbook.serve.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.thrift.transport.TTransport;
import org.apache.thrift.transport.TTransportException;
import org.carbonbook.serve.access.Authenticator;
import org.carbonbook.serve.access.Login;

/**
 * The login of the Hive protocol, SASL with PLAIN: a name and a password. Thrift's own reads
 * messages of up to 100 MB from callers that nobody knows yet and lets a user log in as another;
 * this one takes a kilobyte, and only the name whose password was given.
 */
final class PlainLogin {

  private static final byte START = 1;
  private static final byte OK = 2;
  private static final byte BAD = 3;
  private static final byte COMPLETE = 5;
  private static final int HEADER = 5;
  private static final int MAX_MESSAGE = 1024;

  private PlainLogin() {}

  /** Asks the caller who it is; nothing when it may not come in, the caller has its answer then. */
  static Optional<Login> ask(TTransport transport, String address, Authenticator users)
      throws TTransportException {
    String mechanism = new String(receive(transport, START, START), UTF_8);
    if (!mechanism.equals("PLAIN")) {
      send(transport, BAD, "only PLAIN is understood");
      return Optional.empty();
    }
    String[] parts = new String(receive(transport, OK, COMPLETE), UTF_8).split("\0", -1);
    Optional<Login> login = parts.length == 3 ? login(parts, address, users) : Optional.empty();
    if (login.isPresent()) {
      send(transport, COMPLETE, "");
    } else {
      send(
          transport,
          BAD,
          "login failed: the name or the password is wrong, or too many logins failed");
    }
    return login;
  }

  /** The parts: the user to act as, the user, and the password. A user cannot act as another. */
  private static Optional<Login> login(String[] parts, String address, Authenticator users) {
    boolean oneself = parts[0].isEmpty() || parts[0].equals(parts[1]);
    return oneself ? users.login(parts[1], parts[2], address) : Optional.empty();
  }

  private static byte[] receive(TTransport transport, byte... expected) throws TTransportException {
    byte[] header = new byte[HEADER];
    transport.readAll(header, 0, HEADER);
    int length = ByteBuffer.wrap(header, 1, Integer.BYTES).getInt();
    boolean known = header[0] == expected[0] || header[0] == expected[1];
    if (!known || length < 0 || length > MAX_MESSAGE) {
      throw new TTransportException("no login of the Hive protocol");
    }
    byte[] message = new byte[length];
    transport.readAll(message, 0, length);
    return message;
  }

  private static void send(TTransport transport, byte status, String text)
      throws TTransportException {
    byte[] message = text.getBytes(UTF_8);
    ByteBuffer framed = ByteBuffer.allocate(HEADER + message.length);
    framed.put(status).putInt(message.length).put(message);
    transport.write(framed.array());
    transport.flush();
  }
}

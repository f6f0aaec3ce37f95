package org.carbonbook.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.hive.service.rpc.thrift.TCLIService;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.transport.TFramedTransport;
import org.apache.thrift.transport.TSocket;

/** The Hive protocol by hand, for what no driver does. */
final class RawClient implements AutoCloseable {

  /** The server's answer to a login that it lets in. */
  static final int IN = 5;

  private final Socket socket;

  RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
  }

  /** Logs in; returns the status that the server answers: 5 in, 3 not. */
  int login(String as, String user, String password) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(message(1, "PLAIN"));
    out.write(message(5, as + "\0" + user + "\0" + password));
    out.flush();
    InputStream in = socket.getInputStream();
    ByteBuffer header = ByteBuffer.wrap(in.readNBytes(5));
    int status = header.get();
    in.readNBytes(header.getInt());
    return status;
  }

  /** The calls, after a login. */
  TCLIService.Client calls() throws Exception {
    return new TCLIService.Client(new TBinaryProtocol(new TFramedTransport(new TSocket(socket))));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static byte[] message(int status, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(5 + bytes.length)
        .put((byte) status)
        .putInt(bytes.length)
        .put(bytes)
        .array();
  }
}

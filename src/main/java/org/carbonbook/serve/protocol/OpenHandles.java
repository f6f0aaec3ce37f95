package org.carbonbook.serve.protocol;

import java.util.HashMap;
import java.util.Map;
import org.apache.hive.service.rpc.thrift.THandleIdentifier;
import org.apache.hive.service.rpc.thrift.TOperationHandle;
import org.apache.hive.service.rpc.thrift.TOperationType;
import org.apache.hive.service.rpc.thrift.TSessionHandle;
import org.carbonbook.serve.gate.Refused;

/** The open sessions and operations of one connection, by the handles that its client holds. */
final class OpenHandles implements AutoCloseable {

  private static final int MAX_SESSIONS = 20;
  private static final int MAX_OPERATIONS = 200;

  private final Map<THandleIdentifier, Session> sessions = new HashMap<>();
  private final Map<THandleIdentifier, Session> sessionOf = new HashMap<>();

  /**
   * Checks that another session may be opened.
   *
   * @throws Refused when the connection has as many as it may have
   */
  void requireRoomForSession() {
    if (sessions.size() >= MAX_SESSIONS) {
      throw new Refused("refused: the connection has %d sessions".formatted(MAX_SESSIONS));
    }
  }

  /** Adds a session and returns its handle. */
  TSessionHandle add(Session session) {
    THandleIdentifier id = Handles.next();
    sessions.put(id, session);
    return new TSessionHandle(id);
  }

  /**
   * Adds an operation of a session and returns its handle.
   *
   * @throws Refused when the connection has as many as it may have; the operation is closed then
   */
  TOperationHandle add(Session session, Operation operation, TOperationType type) {
    if (sessionOf.size() >= MAX_OPERATIONS) {
      operation.close();
      throw new Refused("refused: the connection has %d open queries".formatted(MAX_OPERATIONS));
    }
    THandleIdentifier id = Handles.next();
    session.begin(id, operation);
    sessionOf.put(id, session);
    return new TOperationHandle(id, type, true);
  }

  /**
   * The session of a handle.
   *
   * @throws Refused when this connection has none
   */
  Session session(TSessionHandle handle) {
    Session session = handle == null ? null : sessions.get(handle.getSessionId());
    if (session == null) {
      throw new Refused("refused: no session of this connection");
    }
    return session;
  }

  /**
   * The session of an operation's handle.
   *
   * @throws Refused when this connection has no such operation
   */
  Session sessionOf(TOperationHandle handle) {
    Session session = sessionOf.get(id(handle));
    if (session == null) {
      throw new Refused("refused: no query of this connection");
    }
    return session;
  }

  /**
   * The operation of a handle.
   *
   * @throws Refused when this connection has none
   */
  Operation operation(TOperationHandle handle) {
    return sessionOf(handle).operation(id(handle));
  }

  /** Closes a session and its operations; one that is closed already stays so. */
  void closeSession(TSessionHandle handle) {
    Session session = sessions.remove(handle.getSessionId());
    if (session != null) {
      sessionOf.values().removeIf(owner -> owner == session);
      session.close();
    }
  }

  /** Closes an operation; one that is closed already stays so. */
  void closeOperation(TOperationHandle handle) {
    Session session = sessionOf.remove(handle.getOperationId());
    if (session != null) {
      session.end(handle.getOperationId());
    }
  }

  @Override
  public void close() {
    sessions.values().forEach(Session::close);
    sessions.clear();
  }

  private static THandleIdentifier id(TOperationHandle handle) {
    return handle == null ? null : handle.getOperationId();
  }
}

package org.carbonbook.serve.protocol;

import java.util.List;
import java.util.Map;
import org.apache.hive.service.rpc.thrift.TCancelDelegationTokenReq;
import org.apache.hive.service.rpc.thrift.TCancelDelegationTokenResp;
import org.apache.hive.service.rpc.thrift.TCancelOperationReq;
import org.apache.hive.service.rpc.thrift.TCancelOperationResp;
import org.apache.hive.service.rpc.thrift.TCloseOperationReq;
import org.apache.hive.service.rpc.thrift.TCloseOperationResp;
import org.apache.hive.service.rpc.thrift.TCloseSessionReq;
import org.apache.hive.service.rpc.thrift.TCloseSessionResp;
import org.apache.hive.service.rpc.thrift.TExecuteStatementReq;
import org.apache.hive.service.rpc.thrift.TExecuteStatementResp;
import org.apache.hive.service.rpc.thrift.TFetchOrientation;
import org.apache.hive.service.rpc.thrift.TFetchResultsReq;
import org.apache.hive.service.rpc.thrift.TFetchResultsResp;
import org.apache.hive.service.rpc.thrift.TGetDelegationTokenReq;
import org.apache.hive.service.rpc.thrift.TGetDelegationTokenResp;
import org.apache.hive.service.rpc.thrift.TGetInfoReq;
import org.apache.hive.service.rpc.thrift.TGetInfoResp;
import org.apache.hive.service.rpc.thrift.TGetInfoValue;
import org.apache.hive.service.rpc.thrift.TGetOperationStatusReq;
import org.apache.hive.service.rpc.thrift.TGetOperationStatusResp;
import org.apache.hive.service.rpc.thrift.TGetQueryIdReq;
import org.apache.hive.service.rpc.thrift.TGetQueryIdResp;
import org.apache.hive.service.rpc.thrift.TGetResultSetMetadataReq;
import org.apache.hive.service.rpc.thrift.TGetResultSetMetadataResp;
import org.apache.hive.service.rpc.thrift.TOpenSessionReq;
import org.apache.hive.service.rpc.thrift.TOpenSessionResp;
import org.apache.hive.service.rpc.thrift.TOperationType;
import org.apache.hive.service.rpc.thrift.TProtocolVersion;
import org.apache.hive.service.rpc.thrift.TRenewDelegationTokenReq;
import org.apache.hive.service.rpc.thrift.TRenewDelegationTokenResp;
import org.apache.hive.service.rpc.thrift.TSetClientInfoReq;
import org.apache.hive.service.rpc.thrift.TSetClientInfoResp;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.hive.thriftserver.SparkExecuteStatementOperation;
import org.carbonbook.serve.access.Login;
import org.carbonbook.serve.gate.Refused;

/**
 * The calls of one connection of the Hive protocol: sessions, statements and their rows. Sessions
 * and operations belong to their connection alone.
 */
final class Connection extends MetadataCalls implements AutoCloseable {

  private static final int MAX_FETCH = 10_000;
  private static final int POLL_MILLIS = 5_000;
  private static final TProtocolVersion NEWEST = TProtocolVersion.HIVE_CLI_SERVICE_PROTOCOL_V10;

  private final Login login;
  private final Queries queries;
  private final OpenHandles open;

  Connection(Login login, Queries queries) {
    this(login, queries, new OpenHandles());
  }

  private Connection(Login login, Queries queries, OpenHandles open) {
    super(open);
    this.open = open;
    this.login = login;
    this.queries = queries;
  }

  @Override
  public void close() {
    open.close();
  }

  @Override
  public TOpenSessionResp OpenSession(TOpenSessionReq request) {
    TOpenSessionResp response = new TOpenSessionResp(Reply.ok(), NEWEST);
    response.setStatus(
        Reply.to(
            () -> {
              open.requireRoomForSession();
              Map<String, String> asked =
                  request.isSetConfiguration() ? request.getConfiguration() : Map.of();
              TProtocolVersion version =
                  request.getClient_protocol().getValue() < NEWEST.getValue()
                      ? request.getClient_protocol()
                      : NEWEST;
              Session session = Session.open(login, asked, queries, version);
              response.setServerProtocolVersion(version);
              response.setSessionHandle(open.add(session));
              response.setConfiguration(Map.of());
            }));
    return response;
  }

  @Override
  public TCloseSessionResp CloseSession(TCloseSessionReq request) {
    return new TCloseSessionResp(Reply.to(() -> open.closeSession(request.getSessionHandle())));
  }

  @Override
  public TGetInfoResp GetInfo(TGetInfoReq request) {
    TGetInfoResp response = new TGetInfoResp(Reply.ok(), TGetInfoValue.stringValue(""));
    response.setStatus(
        Reply.to(
            () -> {
              open.session(request.getSessionHandle());
              response.setInfoValue(Metadata.info(request.getInfoType()));
            }));
    return response;
  }

  @Override
  public TExecuteStatementResp ExecuteStatement(TExecuteStatementReq request) {
    TExecuteStatementResp response = new TExecuteStatementResp(Reply.ok());
    response.setStatus(
        Reply.to(
            () -> {
              Session session = open.session(request.getSessionHandle());
              Query query =
                  new Query(
                          queries,
                          session.reader(),
                          request.getStatement(),
                          request.getQueryTimeout())
                      .start();
              response.setOperationHandle(
                  open.add(session, query, TOperationType.EXECUTE_STATEMENT));
              if (!request.isRunAsync()) {
                query.await(Long.MAX_VALUE);
                if (query.problem() != null) {
                  throw new Refused(query.problem());
                }
              }
            }));
    return response;
  }

  @Override
  public TGetOperationStatusResp GetOperationStatus(TGetOperationStatusReq request) {
    TGetOperationStatusResp response = new TGetOperationStatusResp(Reply.ok());
    response.setStatus(
        Reply.to(
            () -> {
              Operation operation = open.operation(request.getOperationHandle());
              operation.await(POLL_MILLIS);
              response.setOperationState(operation.state());
              response.setHasResultSet(true);
              if (operation.problem() != null) {
                response.setErrorMessage(operation.problem());
                response.setSqlState(Reply.SQL_STATE);
                response.setErrorCode(0);
              }
            }));
    return response;
  }

  @Override
  public TCancelOperationResp CancelOperation(TCancelOperationReq request) {
    return new TCancelOperationResp(
        Reply.to(() -> open.operation(request.getOperationHandle()).cancel()));
  }

  @Override
  public TCloseOperationResp CloseOperation(TCloseOperationReq request) {
    return new TCloseOperationResp(
        Reply.to(() -> open.closeOperation(request.getOperationHandle())));
  }

  @Override
  public TGetResultSetMetadataResp GetResultSetMetadata(TGetResultSetMetadataReq request) {
    TGetResultSetMetadataResp response = new TGetResultSetMetadataResp(Reply.ok());
    response.setStatus(
        Reply.to(
            () ->
                response.setSchema(
                    SparkExecuteStatementOperation.toTTableSchema(
                        open.operation(request.getOperationHandle()).schema()))));
    return response;
  }

  @Override
  public TFetchResultsResp FetchResults(TFetchResultsReq request) {
    TFetchResultsResp response = new TFetchResultsResp(Reply.ok());
    response.setHasMoreRows(false);
    response.setStatus(
        Reply.to(
            () -> {
              Session session = open.sessionOf(request.getOperationHandle());
              boolean log = request.getFetchType() == 1;
              Operation operation =
                  log ? Metadata.noLog() : open.operation(request.getOperationHandle());
              if (request.getOrientation() == TFetchOrientation.FETCH_FIRST) {
                operation.rewind();
              }
              List<Row> rows =
                  operation.next((int) Math.max(1, Math.min(MAX_FETCH, request.getMaxRows())));
              response.setResults(ResultRows.encode(session, operation, rows));
            }));
    return response;
  }

  @Override
  public TGetDelegationTokenResp GetDelegationToken(TGetDelegationTokenReq request) {
    return new TGetDelegationTokenResp(Reply.to(Connection::noTokens));
  }

  @Override
  public TCancelDelegationTokenResp CancelDelegationToken(TCancelDelegationTokenReq request) {
    return new TCancelDelegationTokenResp(Reply.to(Connection::noTokens));
  }

  @Override
  public TRenewDelegationTokenResp RenewDelegationToken(TRenewDelegationTokenReq request) {
    return new TRenewDelegationTokenResp(Reply.to(Connection::noTokens));
  }

  @Override
  public TGetQueryIdResp GetQueryId(TGetQueryIdReq request) {
    return new TGetQueryIdResp("");
  }

  @Override
  public TSetClientInfoResp SetClientInfo(TSetClientInfoReq request) {
    return new TSetClientInfoResp(Reply.to(() -> open.session(request.getSessionHandle())));
  }

  private static void noTokens() {
    throw new Refused("refused: there are no delegation tokens; log in with a name and a password");
  }
}

package org.carbonbook.serve.protocol;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hive.service.rpc.thrift.TCLIService;
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
import org.apache.hive.service.rpc.thrift.TGetCatalogsReq;
import org.apache.hive.service.rpc.thrift.TGetCatalogsResp;
import org.apache.hive.service.rpc.thrift.TGetColumnsReq;
import org.apache.hive.service.rpc.thrift.TGetColumnsResp;
import org.apache.hive.service.rpc.thrift.TGetCrossReferenceReq;
import org.apache.hive.service.rpc.thrift.TGetCrossReferenceResp;
import org.apache.hive.service.rpc.thrift.TGetDelegationTokenReq;
import org.apache.hive.service.rpc.thrift.TGetDelegationTokenResp;
import org.apache.hive.service.rpc.thrift.TGetFunctionsReq;
import org.apache.hive.service.rpc.thrift.TGetFunctionsResp;
import org.apache.hive.service.rpc.thrift.TGetInfoReq;
import org.apache.hive.service.rpc.thrift.TGetInfoResp;
import org.apache.hive.service.rpc.thrift.TGetInfoValue;
import org.apache.hive.service.rpc.thrift.TGetOperationStatusReq;
import org.apache.hive.service.rpc.thrift.TGetOperationStatusResp;
import org.apache.hive.service.rpc.thrift.TGetPrimaryKeysReq;
import org.apache.hive.service.rpc.thrift.TGetPrimaryKeysResp;
import org.apache.hive.service.rpc.thrift.TGetQueryIdReq;
import org.apache.hive.service.rpc.thrift.TGetQueryIdResp;
import org.apache.hive.service.rpc.thrift.TGetResultSetMetadataReq;
import org.apache.hive.service.rpc.thrift.TGetResultSetMetadataResp;
import org.apache.hive.service.rpc.thrift.TGetSchemasReq;
import org.apache.hive.service.rpc.thrift.TGetSchemasResp;
import org.apache.hive.service.rpc.thrift.TGetTableTypesReq;
import org.apache.hive.service.rpc.thrift.TGetTableTypesResp;
import org.apache.hive.service.rpc.thrift.TGetTablesReq;
import org.apache.hive.service.rpc.thrift.TGetTablesResp;
import org.apache.hive.service.rpc.thrift.TGetTypeInfoReq;
import org.apache.hive.service.rpc.thrift.TGetTypeInfoResp;
import org.apache.hive.service.rpc.thrift.THandleIdentifier;
import org.apache.hive.service.rpc.thrift.TOpenSessionReq;
import org.apache.hive.service.rpc.thrift.TOpenSessionResp;
import org.apache.hive.service.rpc.thrift.TOperationHandle;
import org.apache.hive.service.rpc.thrift.TOperationType;
import org.apache.hive.service.rpc.thrift.TProtocolVersion;
import org.apache.hive.service.rpc.thrift.TRenewDelegationTokenReq;
import org.apache.hive.service.rpc.thrift.TRenewDelegationTokenResp;
import org.apache.hive.service.rpc.thrift.TRowSet;
import org.apache.hive.service.rpc.thrift.TSessionHandle;
import org.apache.hive.service.rpc.thrift.TSetClientInfoReq;
import org.apache.hive.service.rpc.thrift.TSetClientInfoResp;
import org.apache.hive.service.rpc.thrift.TStatus;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.HiveResult;
import org.apache.spark.sql.hive.thriftserver.RowSetUtils;
import org.apache.spark.sql.hive.thriftserver.SparkExecuteStatementOperation;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.carbonbook.serve.access.Login;
import org.carbonbook.serve.gate.Refused;
import scala.collection.JavaConverters;

/** What one connection of the Hive protocol may call. Sessions and operations are its own alone. */
final class Connection implements TCLIService.Iface, AutoCloseable {

  private static final int MAX_SESSIONS = 20;
  private static final int MAX_OPERATIONS = 200;
  private static final int MAX_FETCH = 10_000;
  private static final int POLL_MILLIS = 5_000;
  private static final TProtocolVersion NEWEST = TProtocolVersion.HIVE_CLI_SERVICE_PROTOCOL_V10;

  private final Login login;
  private final Queries queries;
  private final Map<THandleIdentifier, Session> sessions = new HashMap<>();
  private final Map<THandleIdentifier, Session> sessionOf = new HashMap<>();

  Connection(Login login, Queries queries) {
    this.login = login;
    this.queries = queries;
  }

  @Override
  public void close() {
    sessions.values().forEach(Session::close);
    sessions.clear();
  }

  @Override
  public TOpenSessionResp OpenSession(TOpenSessionReq request) {
    TOpenSessionResp response = new TOpenSessionResp(Reply.ok(), NEWEST);
    response.setStatus(
        Reply.to(
            () -> {
              if (sessions.size() >= MAX_SESSIONS) {
                throw new Refused(
                    "refused: the connection has %d sessions".formatted(MAX_SESSIONS));
              }
              Map<String, String> asked =
                  request.isSetConfiguration() ? request.getConfiguration() : Map.of();
              TProtocolVersion version =
                  request.getClient_protocol().getValue() < NEWEST.getValue()
                      ? request.getClient_protocol()
                      : NEWEST;
              Session session = Session.open(login, asked, queries, version);
              THandleIdentifier id = Handles.next();
              sessions.put(id, session);
              response.setServerProtocolVersion(version);
              response.setSessionHandle(new TSessionHandle(id));
              response.setConfiguration(Map.of());
            }));
    return response;
  }

  @Override
  public TCloseSessionResp CloseSession(TCloseSessionReq request) {
    return new TCloseSessionResp(
        Reply.to(
            () -> {
              Session session = sessions.remove(request.getSessionHandle().getSessionId());
              if (session != null) {
                sessionOf.values().removeIf(owner -> owner == session);
                session.close();
              }
            }));
  }

  @Override
  public TGetInfoResp GetInfo(TGetInfoReq request) {
    TGetInfoResp response = new TGetInfoResp(Reply.ok(), TGetInfoValue.stringValue(""));
    response.setStatus(
        Reply.to(
            () -> {
              session(request.getSessionHandle());
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
              Session session = session(request.getSessionHandle());
              Query query = new Query(queries, session.reader(), request.getStatement()).start();
              response.setOperationHandle(handle(session, query, TOperationType.EXECUTE_STATEMENT));
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
  public TGetTypeInfoResp GetTypeInfo(TGetTypeInfoReq request) {
    TGetTypeInfoResp response = new TGetTypeInfoResp(Reply.ok());
    response.setStatus(
        metadata(
            request.getSessionHandle(),
            TOperationType.GET_TYPE_INFO,
            response::setOperationHandle,
            Metadata::types));
    return response;
  }

  @Override
  public TGetCatalogsResp GetCatalogs(TGetCatalogsReq request) {
    TGetCatalogsResp response = new TGetCatalogsResp(Reply.ok());
    response.setStatus(
        metadata(
            request.getSessionHandle(),
            TOperationType.GET_CATALOGS,
            response::setOperationHandle,
            metadata -> Metadata.catalogs()));
    return response;
  }

  @Override
  public TGetSchemasResp GetSchemas(TGetSchemasReq request) {
    TGetSchemasResp response = new TGetSchemasResp(Reply.ok());
    response.setStatus(
        metadata(
            request.getSessionHandle(),
            TOperationType.GET_SCHEMAS,
            response::setOperationHandle,
            metadata -> metadata.schemas(request.getSchemaName())));
    return response;
  }

  @Override
  public TGetTablesResp GetTables(TGetTablesReq request) {
    TGetTablesResp response = new TGetTablesResp(Reply.ok());
    response.setStatus(
        metadata(
            request.getSessionHandle(),
            TOperationType.GET_TABLES,
            response::setOperationHandle,
            metadata ->
                metadata.tables(
                    request.getSchemaName(), request.getTableName(), request.getTableTypes())));
    return response;
  }

  @Override
  public TGetTableTypesResp GetTableTypes(TGetTableTypesReq request) {
    TGetTableTypesResp response = new TGetTableTypesResp(Reply.ok());
    response.setStatus(
        metadata(
            request.getSessionHandle(),
            TOperationType.GET_TABLE_TYPES,
            response::setOperationHandle,
            metadata -> Metadata.tableTypes()));
    return response;
  }

  @Override
  public TGetColumnsResp GetColumns(TGetColumnsReq request) {
    TGetColumnsResp response = new TGetColumnsResp(Reply.ok());
    response.setStatus(
        metadata(
            request.getSessionHandle(),
            TOperationType.GET_COLUMNS,
            response::setOperationHandle,
            metadata ->
                metadata.columns(
                    request.getSchemaName(), request.getTableName(), request.getColumnName())));
    return response;
  }

  @Override
  public TGetFunctionsResp GetFunctions(TGetFunctionsReq request) {
    TGetFunctionsResp response = new TGetFunctionsResp(Reply.ok());
    response.setStatus(
        metadata(
            request.getSessionHandle(),
            TOperationType.GET_FUNCTIONS,
            response::setOperationHandle,
            metadata -> Metadata.functions(request.getFunctionName())));
    return response;
  }

  @Override
  public TGetPrimaryKeysResp GetPrimaryKeys(TGetPrimaryKeysReq request) {
    TGetPrimaryKeysResp response = new TGetPrimaryKeysResp(Reply.ok());
    response.setStatus(
        metadata(
            request.getSessionHandle(),
            TOperationType.GET_TABLES,
            response::setOperationHandle,
            metadata -> metadata.keys(request.getSchemaName(), request.getTableName())));
    return response;
  }

  @Override
  public TGetCrossReferenceResp GetCrossReference(TGetCrossReferenceReq request) {
    TGetCrossReferenceResp response = new TGetCrossReferenceResp(Reply.ok());
    response.setStatus(
        metadata(
            request.getSessionHandle(),
            TOperationType.GET_TABLES,
            response::setOperationHandle,
            metadata -> Metadata.references()));
    return response;
  }

  @Override
  public TGetOperationStatusResp GetOperationStatus(TGetOperationStatusReq request) {
    TGetOperationStatusResp response = new TGetOperationStatusResp(Reply.ok());
    response.setStatus(
        Reply.to(
            () -> {
              Operation operation = operation(request.getOperationHandle());
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
        Reply.to(() -> operation(request.getOperationHandle()).cancel()));
  }

  @Override
  public TCloseOperationResp CloseOperation(TCloseOperationReq request) {
    return new TCloseOperationResp(
        Reply.to(
            () -> {
              THandleIdentifier id = request.getOperationHandle().getOperationId();
              Session session = sessionOf.remove(id);
              if (session != null) {
                session.end(id);
              }
            }));
  }

  @Override
  public TGetResultSetMetadataResp GetResultSetMetadata(TGetResultSetMetadataReq request) {
    TGetResultSetMetadataResp response = new TGetResultSetMetadataResp(Reply.ok());
    response.setStatus(
        Reply.to(
            () ->
                response.setSchema(
                    SparkExecuteStatementOperation.toTTableSchema(
                        operation(request.getOperationHandle()).schema()))));
    return response;
  }

  @Override
  public TFetchResultsResp FetchResults(TFetchResultsReq request) {
    TFetchResultsResp response = new TFetchResultsResp(Reply.ok());
    response.setHasMoreRows(false);
    response.setStatus(
        Reply.to(
            () -> {
              Session session = sessionOf(request.getOperationHandle());
              boolean log = request.getFetchType() == 1;
              Operation operation =
                  log ? Metadata.noLog() : operation(request.getOperationHandle());
              if (request.getOrientation() == TFetchOrientation.FETCH_FIRST) {
                operation.rewind();
              }
              List<Row> rows =
                  operation.next((int) Math.max(1, Math.min(MAX_FETCH, request.getMaxRows())));
              response.setResults(rows(session, operation, rows));
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
    return new TSetClientInfoResp(Reply.to(() -> session(request.getSessionHandle())));
  }

  private static void noTokens() {
    throw new Refused("refused: there are no delegation tokens; log in with a name and a password");
  }

  private static TRowSet rows(Session session, Operation operation, List<Row> rows) {
    DataType[] types =
        Arrays.stream(operation.schema().fields())
            .map(StructField::dataType)
            .toArray(DataType[]::new);
    return session
        .reader()
        .during(
            session.shown(),
            () ->
                RowSetUtils.toTRowSet(
                    0,
                    JavaConverters.asScalaBuffer(rows).toSeq(),
                    types,
                    session.version(),
                    HiveResult.getTimeFormatters()));
  }

  private TStatus metadata(
      TSessionHandle of,
      TOperationType type,
      java.util.function.Consumer<TOperationHandle> answer,
      java.util.function.Function<Metadata, Operation> ask) {
    return Reply.to(
        () -> {
          Session session = session(of);
          Operation operation =
              session
                  .reader()
                  .during(
                      session.shown(),
                      () -> ask.apply(new Metadata(session.shown(), session.reader().access())));
          answer.accept(handle(session, operation, type));
        });
  }

  private TOperationHandle handle(Session session, Operation operation, TOperationType type) {
    if (sessionOf.size() >= MAX_OPERATIONS) {
      operation.close();
      throw new Refused("refused: the connection has %d open queries".formatted(MAX_OPERATIONS));
    }
    THandleIdentifier id = Handles.next();
    session.begin(id, operation);
    sessionOf.put(id, session);
    return new TOperationHandle(id, type, true);
  }

  private Session session(TSessionHandle handle) {
    Session session = handle == null ? null : sessions.get(handle.getSessionId());
    if (session == null) {
      throw new Refused("refused: no session of this connection");
    }
    return session;
  }

  private Session sessionOf(TOperationHandle handle) {
    Session session = sessionOf.get(id(handle));
    if (session == null) {
      throw new Refused("refused: no query of this connection");
    }
    return session;
  }

  private Operation operation(TOperationHandle handle) {
    return sessionOf(handle).operation(id(handle));
  }

  private static THandleIdentifier id(TOperationHandle handle) {
    return handle == null ? null : handle.getOperationId();
  }
}

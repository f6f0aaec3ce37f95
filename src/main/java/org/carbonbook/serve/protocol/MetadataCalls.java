package org.carbonbook.serve.protocol;

import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.hive.service.rpc.thrift.TCLIService;
import org.apache.hive.service.rpc.thrift.TGetCatalogsReq;
import org.apache.hive.service.rpc.thrift.TGetCatalogsResp;
import org.apache.hive.service.rpc.thrift.TGetColumnsReq;
import org.apache.hive.service.rpc.thrift.TGetColumnsResp;
import org.apache.hive.service.rpc.thrift.TGetCrossReferenceReq;
import org.apache.hive.service.rpc.thrift.TGetCrossReferenceResp;
import org.apache.hive.service.rpc.thrift.TGetFunctionsReq;
import org.apache.hive.service.rpc.thrift.TGetFunctionsResp;
import org.apache.hive.service.rpc.thrift.TGetPrimaryKeysReq;
import org.apache.hive.service.rpc.thrift.TGetPrimaryKeysResp;
import org.apache.hive.service.rpc.thrift.TGetSchemasReq;
import org.apache.hive.service.rpc.thrift.TGetSchemasResp;
import org.apache.hive.service.rpc.thrift.TGetTableTypesReq;
import org.apache.hive.service.rpc.thrift.TGetTableTypesResp;
import org.apache.hive.service.rpc.thrift.TGetTablesReq;
import org.apache.hive.service.rpc.thrift.TGetTablesResp;
import org.apache.hive.service.rpc.thrift.TGetTypeInfoReq;
import org.apache.hive.service.rpc.thrift.TGetTypeInfoResp;
import org.apache.hive.service.rpc.thrift.TOperationHandle;
import org.apache.hive.service.rpc.thrift.TOperationType;
import org.apache.hive.service.rpc.thrift.TSessionHandle;
import org.apache.hive.service.rpc.thrift.TStatus;

/** The calls that list catalogs, schemas, tables, columns, types, functions, keys. */
abstract class MetadataCalls implements TCLIService.Iface {

  private final OpenHandles open;

  MetadataCalls(OpenHandles open) {
    this.open = open;
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

  private TStatus metadata(
      TSessionHandle of,
      TOperationType type,
      Consumer<TOperationHandle> answer,
      Function<Metadata, Operation> ask) {
    return Reply.to(
        () -> {
          Session session = open.session(of);
          Operation operation =
              session
                  .reader()
                  .during(
                      session.shown(),
                      () -> ask.apply(new Metadata(session.shown(), session.reader().access())));
          answer.accept(open.add(session, operation, type));
        });
  }
}

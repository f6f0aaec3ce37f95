package org.carbonbook.serve.protocol;

import org.apache.hive.service.rpc.thrift.TStatus;
import org.apache.hive.service.rpc.thrift.TStatusCode;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.carbonbook.serve.gate.Refused;

/** The result of a call: every failure becomes a sentence, never a stack trace. */
final class Reply {

  /** The SQL state of what is refused: an access rule or the syntax. */
  static final String SQL_STATE = "42000";

  private static final Logger LOG = LogManager.getLogger("org.carbonbook.serve");

  private Reply() {}

  /** Does a call and says how it went. */
  static TStatus to(Runnable call) {
    try {
      call.run();
      return ok();
    } catch (Refused e) {
      return failed(e.getMessage());
    } catch (RuntimeException | Error e) {
      LOG.error("a call of a reader failed", e);
      return failed("the call failed; the log of the server says why");
    }
  }

  static TStatus ok() {
    return new TStatus(TStatusCode.SUCCESS_STATUS);
  }

  private static TStatus failed(String sentence) {
    TStatus status = new TStatus(TStatusCode.ERROR_STATUS);
    status.setErrorMessage(sentence);
    status.setSqlState(SQL_STATE);
    status.setErrorCode(0);
    return status;
  }
}

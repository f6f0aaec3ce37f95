package org.carbonbook.factor.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonbook.factor.value.Validity;

/** Checks that no two rows with one key are valid in the same year. */
public final class KeyLint {
  private record Seen(Validity validity, FactorRow row) {}

  private final Map<String, List<Seen>> seen = new HashMap<>();

  /** Whether the row is the first of its key and period; a clash is a notice. */
  public boolean isNew(String key, Validity validity, FactorRow row) {
    List<Seen> earlier = seen.computeIfAbsent(key, k -> new ArrayList<>());
    for (Seen other : earlier) {
      if (other.validity.equals(validity)) {
        row.note(
            FactorNotice.FACTOR_KEY_DUPLICATE,
            key + " is also in line " + other.row.line() + "; this row is not used",
            "keep one of them, or give them different years in valid_from and valid_to");
        return false;
      }
      if (other.validity.overlaps(validity)) {
        row.note(
            FactorNotice.FACTOR_VALIDITY_OVERLAP,
            key
                + " is valid "
                + validity
                + " here and "
                + other.validity
                + " in line "
                + other.row.line(),
            "end one period before the other begins");
        return false;
      }
    }
    earlier.add(new Seen(validity, row));
    return true;
  }
}

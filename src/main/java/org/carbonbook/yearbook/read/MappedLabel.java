package org.carbonbook.yearbook.read;

import org.carbonbook.unit.UnitDefinition;
import org.carbonbook.yearbook.vocabulary.LabelMapping;

/**
 * A label with its meaning.
 *
 * @param label the printed label
 * @param mapping its meaning by the crosswalk, null on a year axis and when unmapped
 * @param year the year it names, null on a crosswalk axis
 * @param unit the unit that the label prints or its mapping gives, null when neither does
 */
record MappedLabel(PrintedLabel label, LabelMapping mapping, Integer year, UnitDefinition unit) {

  boolean isMapped() {
    return mapping != null || year != null;
  }

  /** Whether figures of this line become observations. */
  boolean isData() {
    return year != null || (mapping != null && mapping.isData());
  }

  boolean isIgnored() {
    return mapping != null && mapping.use().equals(LabelMapping.IGNORE);
  }

  String key() {
    return year != null ? year.toString() : mapping.key();
  }

  MappedLabel withUnit(UnitDefinition decided) {
    return new MappedLabel(label, mapping, year, decided);
  }

  /** What it means, for people; null when unmapped. */
  String described() {
    if (year != null) {
      return "year=" + year;
    }
    return mapping == null ? null : mapping.described();
  }
}

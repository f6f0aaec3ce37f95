package org.carbonbook.yearbook.read;

import org.carbonbook.unit.UnitDefinition;
import org.carbonbook.yearbook.vocabulary.LabelMapping;

/**
 * A label with its meaning.
 *
 * @param label the printed label
 * @param mapping its meaning by the crosswalk, null on a year axis and when unmapped
 * @param year the year it names, null on a crosswalk axis
 * @param region the code of the region it names, null on other axes
 * @param unit the unit that the label prints or its mapping gives, null when neither does
 */
record MappedLabel(
    PrintedLabel label, LabelMapping mapping, Integer year, String region, UnitDefinition unit) {

  /** A label without a meaning. */
  static MappedLabel unmapped(PrintedLabel label) {
    return new MappedLabel(label, null, null, null, null);
  }

  /** A label with its meaning by a crosswalk; unmapped when that is null. */
  static MappedLabel mapped(PrintedLabel label, LabelMapping mapping) {
    return new MappedLabel(label, mapping, null, null, null);
  }

  boolean isMapped() {
    return mapping != null || year != null || region != null;
  }

  /** Whether figures of this line become observations. */
  boolean isData() {
    return year != null || region != null || (mapping != null && mapping.isData());
  }

  boolean isIgnored() {
    return mapping != null && mapping.use().equals(LabelMapping.IGNORE);
  }

  String key() {
    if (region != null) {
      return region;
    }
    return year != null ? year.toString() : mapping.key();
  }

  MappedLabel withUnit(UnitDefinition decided) {
    return new MappedLabel(label, mapping, year, region, decided);
  }

  /** What it means, for people; null when unmapped. */
  String described() {
    if (year != null) {
      return "year=" + year;
    }
    if (region != null) {
      return "region=" + region;
    }
    return mapping == null ? null : mapping.described();
  }
}

package org.carbonbook.yearbook.read;

import java.util.ArrayList;
import java.util.List;
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
    return mapping == null ? year != null || region != null : mapping.isData();
  }

  boolean isIgnored() {
    return mapping != null && mapping.use().equals(LabelMapping.IGNORE);
  }

  /** Two labels with the same key mean the same. */
  String key() {
    return "%s|%s|%s".formatted(region, year, mapping == null ? "" : mapping.key());
  }

  /** The label with what a key column says about its row; null when the two disagree. */
  MappedLabel with(MappedLabel key) {
    boolean twice = (year != null && key.year != null) || (region != null && key.region != null);
    LabelMapping both = mapping == null ? key.mapping : mapping;
    if (mapping != null && key.mapping != null) {
      both = mapping.joined(key.mapping).orElse(null);
      twice |= both == null;
    }
    return twice
        ? null
        : new MappedLabel(
            label,
            both,
            year == null ? key.year : year,
            region == null ? key.region : region,
            unit == null ? key.unit : unit);
  }

  MappedLabel withUnit(UnitDefinition decided) {
    return new MappedLabel(label, mapping, year, region, decided);
  }

  /** What it means, for people; null when unmapped. */
  String described() {
    List<String> parts = new ArrayList<>();
    if (year != null) {
      parts.add("year=" + year);
    }
    if (region != null) {
      parts.add("region=" + region);
    }
    if (mapping != null) {
      parts.add(mapping.described());
    }
    return parts.isEmpty() ? null : String.join(" ", parts);
  }
}

package org.carbonbook.yearbook.suggest;

import java.util.List;
import java.util.Map;

/**
 * A layout and the crosswalks of a table that no layout fits, to be completed by a person.
 *
 * @param name the layout's name
 * @param yaml the text of {@code conf/layouts/NAME.yaml}
 * @param crosswalks the texts of new files of {@code conf/crosswalks}, by file name; of an existing
 *     file the lines to add
 * @param labels the labels with their nearest terms
 * @param open what the draft could not find out
 */
public record LayoutDraft(
    String name,
    String yaml,
    Map<String, String> crosswalks,
    List<LabelDraft> labels,
    List<String> open) {}

package org.carbonbook.yearbook.read;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.carbonbook.unit.UnitDefinition;
import org.carbonbook.yearbook.grid.GridCell;
import org.carbonbook.yearbook.layout.Frame;

/**
 * The units that a sheet names in words around its figures: in a title, in lines above and in notes
 * below. A unit that is named and that no figure is counted in contradicts the table, wherever the
 * layout takes its units from.
 */
final class UnitLines {

  private final TableContext context;
  private final Frame frame;
  private final UnitText units;

  UnitLines(TableContext context, Frame frame) {
    this.context = context;
    this.frame = frame;
    this.units = new UnitText(context.vocabulary().units());
  }

  /**
   * Compares the named units with those of the figures.
   *
   * @param used the units of the figures
   */
  void compare(Collection<UnitDefinition> used) {
    for (GridCell cell : context.grid().listCells()) {
      boolean around = cell.row() < frame.headerTop() || cell.row() >= frame.endRow();
      if (around && cell.number() == null) {
        findNamed(cell).ifPresent(named -> compare(cell, named, used));
      }
    }
  }

  private Optional<UnitDefinition> findNamed(GridCell cell) {
    boolean title = cell.equals(context.recognition().titleCell());
    Optional<String> printed =
        title
            ? Optional.of(units.split(cell.text()).unit()).filter(unit -> !unit.isBlank())
            : UnitText.findStated(cell.text());
    return printed.flatMap(units::findUnit);
  }

  private void compare(GridCell cell, UnitDefinition named, Collection<UnitDefinition> used) {
    if (used.isEmpty() || used.stream().anyMatch(unit -> unit.id().equals(named.id()))) {
      return;
    }
    UnitDefinition nearest =
        used.stream()
            .max(
                Comparator.comparing(
                        (UnitDefinition unit) -> unit.dimension().equals(named.dimension()))
                    .thenComparing(UnitDefinition::id))
            .orElseThrow();
    new UnitResolver(units, context.layout().units().decides(), context.findings())
        .reportContradiction(cell.address(), nearest, named);
  }
}

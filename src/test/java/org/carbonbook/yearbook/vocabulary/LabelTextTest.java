package org.carbonbook.yearbook.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carbonbook.yearbook.grid.CellAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "消 费 总 量              | 消费总量",
        "  6.本省(区、市)调出量(-) | 本省（区，市）调出量",
        "#用作原料、材料 | 用作原料材料",
        "二.加工转换投入(-)产出(+)量 | 加工转换投入产出量",
        "其中：城 镇 | 城镇",
        "煤合计① | 煤合计",
        "（一）农、林、牧、渔业 | 农林牧渔业",
        "  Moving In  from Other | movinginfromother"
      })
  void labelsAreTheSame(String printed, String other) {
    assertThat(LabelText.key(printed)).isEqualTo(LabelText.key(other));
  }

  @Test
  void numbersInsideALabelStay() {
    assertThat(LabelText.key("一次能源生产量")).isEqualTo("一次能源生产量");
    assertThat(LabelText.key("1.5级汽油")).isEqualTo("15级汽油");
  }

  @Test
  void bilingualHeadingsComeApart() {
    assertThat(LabelText.chinesePart("能源合计 Energy Total")).isEqualTo("能源合计");
    assertThat(LabelText.englishPart("能源合计 Energy Total")).isEqualTo("Energy Total");
    assertThat(LabelText.chinesePart("(coal equivalent")).isEmpty();
    assertThat(LabelText.englishPart("(coal equivalent")).isEqualTo("(coal equivalent");
    assertThat(LabelText.chinesePart("LNG液化天然气")).isEqualTo("LNG液化天然气");
  }

  @Property
  void theKeyIsStable(@ForAll String label) {
    String key = LabelText.key(label);
    assertThat(LabelText.key(" " + label + "\u3000")).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({"0,0,A1", "11,5,F12", "0,25,Z1", "0,26,AA1", "9,255,IV10", "0,701,ZZ1", "0,702,AAA1"})
  void addresses(int row, int column, String address) {
    assertThat(CellAddress.of(row, column)).isEqualTo(address);
  }
}

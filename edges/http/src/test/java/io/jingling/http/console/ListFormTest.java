package io.jingling.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.ListEntry;
import io.jingling.domain.PhoneNumber;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListFormTest {
    private static final Words WORDS = Words.in(Language.CHINESE);

    @Test
    void goodLinesAreTakenAndTheOthersComeBackWithTheirLine() {
        ListForm.Lines lines = ListForm.many("13812345678,妈妈\n\n12x\n0571 8765 4321,社区医院\n+1 202 555 0100", WORDS);
        assertThat(lines.good())
                .containsExactly(entry("13812345678", "妈妈"), entry("057187654321", "社区医院"), entry("+12025550100", ""));
        assertThat(lines.left()).isEqualTo("12x");
        assertThat(lines.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).startsWith("第 3 行").contains("“12x”"));
    }

    @Test
    void aProblemRepeatsAtMostThreeDigits() {
        assertThat(ListForm.many("138001380001380013800", WORDS).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("138****").doesNotContain("1380"));
    }

    @Test
    void aLongNoteIsToldWithItsLimit() {
        assertThat(ListForm.many("13812345678," + "长".repeat(101), WORDS).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("101").contains("100"));
    }

    @Test
    void whatIsOnTheListAlreadyIsNotPutOnItAgain() {
        List<ListEntry> list = List.of(entry("13812345678", "妈妈"));
        List<ListEntry> added =
                List.of(entry("138 1234 5678", "x"), entry("13900000000", "a"), entry("13900000000", "b"));
        assertThat(ListForm.notIn(list, added)).containsExactly(entry("13900000000", "a"));
    }

    private static ListEntry entry(String number, String note) {
        return new ListEntry(PhoneNumber.parse(number), note);
    }
}

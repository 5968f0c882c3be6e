package io.jingling.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.Category;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GroupsTest {
    @Test
    void everyCategoryIsInExactlyOneGroup() {
        assertThat(Arrays.stream(Groups.values())
                        .flatMap(group -> group.categories().stream())
                        .toList())
                .containsExactlyInAnyOrder(Category.values());
    }
}

package io.jingling.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {
    @ParameterizedTest
    @CsvSource({
        "0,0,256,tile/0/000",
        "0,1234067,256,tile/0/x001/x234/067",
        "1,999,7,tile/1/999.p/7",
        "7,1000,255,tile/7/x001/000.p/255",
        "-1,273,112,tile/entries/273.p/112"
    })
    void aPathIsWrittenAndReadAsTheFormatSays(int level, long index, int width, String path) {
        Tile tile = new Tile(level, index, width);
        assertThat(tile.path()).isEqualTo(path);
        assertThat(Tile.of(path)).isEqualTo(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile/0/0",
                "tile/00/000",
                "tile/64/000",
                "tile/0/x000/001",
                "tile/0/001/002",
                "tile/0/x001/x002",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/07",
                "tile/-1/000",
                "tile/entries/000/",
                "tile/0/000\n",
                "tile/0/x999/x999/x999/x999/x999/x999/999",
                "../tile/0/000"
            })
    void whatIsNoPathIsRefused(String path) {
        assertThatThrownBy(() -> Tile.of(path)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The format's own example. */
    @Test
    void aTreeOf70000HasTheFilesThatTheFormatSays() {
        List<Tile> all = Tile.grown(0, 70_000);
        assertThat(all).filteredOn(tile -> tile.level() == 0 && tile.isFull()).hasSize(273);
        assertThat(all)
                .filteredOn(tile -> !tile.isFull())
                .containsExactly(
                        new Tile(Tile.ENTRIES, 273, 112), new Tile(0, 273, 112), new Tile(1, 1, 17), new Tile(2, 0, 1));
        assertThat(Tile.grown(0, 256))
                .containsExactly(new Tile(Tile.ENTRIES, 0, 256), new Tile(0, 0, 256), new Tile(1, 0, 1));
    }

    @Test
    void theLargestTreeHasTilesUpToItsEnd() {
        long last = Long.MAX_VALUE;
        assertThat(Tile.in(last, 0, last - 1 >> 8).width()).isEqualTo(255);
        assertThat(Tile.in(last, Tile.LEVEL_MAX, 0).width()).isEqualTo(127);
        assertThatThrownBy(() -> Tile.in(last, 8, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Tile.grown(last - 1, last)).hasSize(2);
    }

    @Test
    void aTileThatATreeDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> Tile.in(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tile.in(256, 0, 1))
                .hasMessage("tile 1 of level 0: got a tree of 256 leaves, want one that has this tile");
        assertThatThrownBy(() -> Tile.in(255, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bundlesComeBackAsTheyWere() {
        Random random = new Random(5);
        for (int width = 1; width <= 256; width++) {
            List<byte[]> entries = GrownLog.randomEntries(random, width);
            assertThat(EntryBundle.read(EntryBundle.write(entries), width)).containsExactlyElementsOf(entries);
        }
        byte[] longest = new byte[EntryBundle.ENTRY_BYTES_MAX];
        assertThat(EntryBundle.read(EntryBundle.write(List.of(longest)), 1)).containsExactly(longest);
        assertThatThrownBy(() -> EntryBundle.write(List.of(new byte[65_536])))
                .hasMessage("entry: got 65536 bytes, want at most 65535");
    }

    @Test
    void aBundleOfAnotherLengthIsRefused() {
        byte[] bundle = EntryBundle.write(GrownLog.randomEntries(new Random(5), 9));
        assertThatThrownBy(() -> EntryBundle.read(bundle, 8)).hasMessageContaining("want 8 entries and nothing more");
        assertThatThrownBy(() -> EntryBundle.read(bundle, 10)).hasMessageContaining("got 9 entries and then 0 bytes");
        for (int length = 0; length < bundle.length; length++) {
            int cut = length;
            assertThatThrownBy(() -> EntryBundle.read(Arrays.copyOf(bundle, cut), 9))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}

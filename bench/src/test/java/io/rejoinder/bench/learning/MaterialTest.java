package io.rejoinder.bench.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MaterialTest {

  @Test
  void noTextIsPostedTwiceAndAllAreAsTheServiceKeepsThem() throws IOException {
    Material material = Material.of(50, 40, 20, null);
    List<String> all =
        Stream.concat(
                material.samples().stream()
                    .flatMap(one -> Stream.concat(one.before().stream(), one.after().stream())),
                Stream.of(material.rejected(), material.approved(), material.further())
                    .flatMap(List::stream))
            .toList();

    assertThat(all).doesNotHaveDuplicates().allMatch(text -> text.equals(text.strip()));
    assertThat(material.decisions()).hasSize(60).containsValues(true, false);
    assertThat(material.samples()).allMatch(one -> one.before().size() == one.after().size());
  }
}

package io.tapstack.reference.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PoolTest {

    @Property(tries = 50)
    void resultsComeInOrder(@ForAll @IntRange(max = 200) int size, @ForAll @IntRange(min = 1, max = 8) int threads) {
        List<Integer> things = IntStream.range(0, size).boxed().collect(Collectors.toList());
        List<Integer> done = new ArrayList<>();
        List<Integer> results = new Pool(threads).map(things, thing -> thing * thing, done::add);
        assertThat(results)
                .isEqualTo(things.stream().map(thing -> thing * thing).toList());
        assertThat(done).isEqualTo(things.stream().map(thing -> thing + 1).toList());
    }

    @Test
    void severalAreWorkedOnAtOnce() {
        CountDownLatch both = new CountDownLatch(2);
        List<Boolean> met = new Pool(2).map(List.of(1, 2), thing -> meet(both), count -> {});
        assertThat(met).containsExactly(true, true);
    }

    @Test
    void oneAtATimeStaysInTheThreadOfTheCaller() {
        Thread caller = Thread.currentThread();
        List<Thread> threads = new Pool(1).map(List.of(1, 2), thing -> Thread.currentThread(), count -> {});
        assertThat(threads).containsExactly(caller, caller);
    }

    private static boolean meet(CountDownLatch both) {
        both.countDown();
        try {
            return both.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theFirstFaultIsThrown() {
        List<Integer> things = List.of(1, 2, 3, 4);
        assertThatThrownBy(() -> new Pool(2).map(things, PoolTest::fail, count -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2");
        assertThatThrownBy(() -> new Pool(2)
                        .map(
                                things,
                                thing -> {
                                    throw new StackOverflowError();
                                },
                                count -> {}))
                .isInstanceOf(StackOverflowError.class);
        assertThatThrownBy(() -> new Pool(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int fail(int thing) {
        if (thing % 2 == 0) {
            throw new IllegalArgumentException(String.valueOf(thing));
        }
        return thing;
    }
}

package sample;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.*;

/** A lambda and a method reference of each kind. */
public class Lambdas extends Base {

    private final String prefix = "p";

    public static List<String> run() {
        return new Lambdas().all();
    }

    private List<String> all() {
        List<String> got = new ArrayList<>();
        String text = "t";
        int number = 7;
        long big = 1L << 40;
        double half = 0.5;
        boolean flag = true;
        Supplier<String> nothing = () -> "nothing";
        Supplier<String> captured = () -> text + number + big + half + flag;
        Supplier<String> ofThis = () -> prefix + text;
        Function<String, String> unbound = String::trim;
        Function<String, Integer> boxed = String::length;
        ToIntFunction<String> unboxed = Integer::valueOf;
        IntFunction<Object> fromInt = Integer::valueOf;
        ToLongFunction<Long> sameBox = Long::longValue;
        Supplier<Integer> bound = text::length;
        Predicate<Object> asBoolean = text::equals;
        Function<Integer, int[]> array = int[]::new;
        Supplier<List<String>> maker = ArrayList::new;
        Function<String, Named> ofRecord = Named::new;
        BiFunction<String, String, Named> pair = Lambdas::join;
        Consumer<String> dropping = got::add;
        ObjLongConsumer<List<String>> two = (list, value) -> list.add("value " + value);
        BinaryOperator<Integer> sum = Integer::sum;
        Function<Integer, Function<Integer, Integer>> nested = a -> b -> a - b;
        Supplier<String> inherited = this::inherited;
        Supplier<String> fromSuper = super::inherited;
        Supplier<String> hidden = this::hidden;
        LongSupplier widening = text::length;
        ToLongFunction<String> unboxedAndWidened = Integer::valueOf;
        ToLongFunction<Supplier<Integer>> ofAnyNumber = Supplier::get;
        Function<Integer, Double> widenedArgument = Math::sqrt;
        Self self = () -> null;
        Supplier<String> serializable = (Supplier<String> & Serializable) () -> "serializable";
        Runnable run = () -> got.add("run");
        UnaryOperator<String> chained = UnaryOperator.identity();

        dropping.accept("dropped");
        two.accept(got, big);
        run.run();
        got.add(nothing.get());
        got.add(captured.get());
        got.add(ofThis.get());
        got.add(unbound.apply(" x "));
        got.add("" + boxed.apply("four"));
        got.add("" + unboxed.applyAsInt("12"));
        got.add("" + fromInt.apply(3));
        got.add("" + sameBox.applyAsLong(big));
        got.add("" + bound.get());
        got.add("" + asBoolean.test("t"));
        got.add("" + array.apply(5).length);
        got.add("" + maker.get());
        got.add("" + ofRecord.apply("r"));
        got.add("" + pair.apply("a", "b"));
        got.add("" + sum.apply(2, 3));
        got.add("" + nested.apply(9).apply(4));
        got.add(inherited.get());
        got.add(fromSuper.get());
        got.add(hidden.get());
        got.add("" + widening.getAsLong());
        got.add("" + unboxedAndWidened.applyAsLong("13"));
        got.add("" + ofAnyNumber.applyAsLong(() -> 14));
        got.add("" + widenedArgument.apply(16));
        got.add("" + self.of());
        got.add(serializable.get());
        got.add(chained.apply("same"));
        got.add(new Inner().get());
        got.add(Kind.TWICE.change.apply("k"));
        got.add(((Greeting) () -> "hello").greet());
        return got;
    }

    @Override
    protected String inherited() {
        return "overridden";
    }

    private String hidden() {
        return "hidden";
    }

    private static Named join(String first, String second) {
        return new Named(first + second);
    }

    /** Its lambda belongs to the nest of the class around it. */
    class Inner {

        private String secret() {
            return "secret of " + prefix;
        }

        String get() {
            Supplier<String> own = this::secret;
            Supplier<String> around = () -> hidden() + own.get();
            return around.get();
        }
    }

    record Named(String name) {}

    enum Kind {
        TWICE(text -> text + text);

        final UnaryOperator<String> change;

        Kind(UnaryOperator<String> change) {
            this.change = change;
        }
    }

    interface Self {

        Self of();
    }

    interface Greeting {

        String name();

        private String polite() {
            Supplier<String> bound = this::name;
            return decorate(() -> "dear " + bound.get());
        }

        private static String decorate(Supplier<String> text) {
            return text.get() + "!";
        }

        default String greet() {
            return polite();
        }
    }
}

class Base {

    protected String inherited() {
        return "base";
    }
}

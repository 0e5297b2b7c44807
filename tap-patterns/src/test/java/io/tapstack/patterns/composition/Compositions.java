package io.tapstack.patterns.composition;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Random compositions; what shrinks is the number of parts, functions, gifts and feeds. */
final class Compositions extends DomainContextBase {

    @Provide
    Arbitrary<Composition> compositions() {
        return any();
    }

    static Arbitrary<Composition> any() {
        Arbitrary<Integer> subnets = Arbitraries.integers().between(2, 3);
        Arbitrary<Boolean> keepsData = Arbitraries.of(true, false);
        Arbitrary<Set<Part>> parts = Arbitraries.of(Part.values()).set().ofMaxSize(6);
        Arbitrary<List<Worker>> workers = worker().list().ofMaxSize(3);
        return Combinators.combine(subnets, keepsData, parts, workers).as(Composition::new);
    }

    private static Arbitrary<Worker> worker() {
        Arbitrary<Set<Gift>> gifts = Arbitraries.of(Gift.values()).set().ofMaxSize(5);
        Arbitrary<Set<Feed>> feeds = Arbitraries.of(Feed.values()).set().ofMaxSize(2);
        return Combinators.combine(gifts, feeds).as(Worker::new);
    }
}

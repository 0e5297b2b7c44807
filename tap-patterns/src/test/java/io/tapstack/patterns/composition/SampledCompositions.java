package io.tapstack.patterns.composition;

import io.tapstack.model.template.Template;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/** Some of the random stacks, the same for the same seed, for judges that are too slow to see them all. */
public final class SampledCompositions {

    private static final int EDGE_CASE_SIZE = 1000;

    /** A stack with everything in it, so that each weakening finds a victim. */
    static final Composition EVERYTHING = new Composition(
            3,
            true,
            EnumSet.allOf(Part.class),
            List.of(new Worker(EnumSet.allOf(Gift.class), EnumSet.allOf(Feed.class))));

    private SampledCompositions() {}

    /** Templates of random stacks by their recipes. */
    public static Map<String, Template> templates(int count, long seed) {
        Map<String, Template> templates = new LinkedHashMap<>();
        JqwikSession.run(() -> fill(templates, count, seed));
        return templates;
    }

    /** A stack with every preset in it. */
    public static Template everything() {
        return EVERYTHING.template();
    }

    private static void fill(Map<String, Template> templates, int count, long seed) {
        RandomGenerator<Composition> generator = Compositions.any().generator(EDGE_CASE_SIZE);
        Random random = new Random(seed);
        while (templates.size() < count) {
            Composition composition = generator.next(random).value();
            templates.put(composition.toString(), composition.template());
        }
    }
}

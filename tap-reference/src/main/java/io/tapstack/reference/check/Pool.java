package io.tapstack.reference.check;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Does the same with many things, several at once, and gives the results in the order of the things. */
public final class Pool {

    private final int threads;

    /**
     * A pool.
     *
     * @param threads how many things are worked on at once, at least 1
     */
    public Pool(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + " is less than 1");
        }
        this.threads = threads;
    }

    /** As many threads as there are processors. */
    public static Pool ofProcessors() {
        return new Pool(Runtime.getRuntime().availableProcessors());
    }

    /**
     * The results for all things. What a task throws is thrown here, the first one's in the order of the things.
     *
     * @param done is told how many of the first things are done, by the calling thread
     */
    public <T, R> List<R> map(List<T> things, Function<T, R> task, IntConsumer done) {
        List<R> results = new ArrayList<>(things.size());
        int used = Math.min(threads, things.size());
        if (used < 2) {
            for (T thing : things) {
                results.add(task.apply(thing));
                done.accept(results.size());
            }
            return results;
        }
        ExecutorService executor = Executors.newFixedThreadPool(used);
        try {
            List<Future<R>> futures = new ArrayList<>(things.size());
            for (T thing : things) {
                futures.add(executor.submit(() -> task.apply(thing)));
            }
            for (Future<R> future : futures) {
                results.add(result(future));
                done.accept(results.size());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException exception ? exception : new IllegalStateException(e);
        }
    }
}

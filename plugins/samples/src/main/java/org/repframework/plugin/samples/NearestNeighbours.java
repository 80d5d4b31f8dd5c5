package org.repframework.plugin.samples;

import java.util.Arrays;
import java.util.List;

/** The k nearest other samples of each sample; of samples equally near, those with the lower number. */
final class NearestNeighbours {

    private final int k;
    private final double[] distances; // n x k, each row ascending
    private final int[] samples;
    private double nearest = Double.POSITIVE_INFINITY;
    private double farthest;

    private NearestNeighbours(int n, int k) {
        this.k = k;
        distances = new double[Math.multiplyExact(n, k)];
        samples = new int[distances.length];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
    }

    /** In each of several recordings of the same samples. */
    static List<NearestNeighbours> of(List<SampleDistances> recordings, int k, Work work) throws InterruptedException {
        var all = recordings.stream()
                .map(recording -> new NearestNeighbours(recording.samples(), k))
                .toList();
        SamplePairs.visit(recordings, work, (sample, first, count, found) -> {
            for (var side = 0; side < found.length; side++) {
                for (var i = 0; i < count; i++) {
                    all.get(side).add(sample, first + i, found[side][i]);
                }
            }
        });
        return all;
    }

    private void add(int sample, int other, double distance) {
        nearest = Math.min(nearest, distance);
        farthest = Math.max(farthest, distance);
        offer(sample, other, distance);
        offer(other, sample, distance);
    }

    private void offer(int sample, int other, double distance) {
        var first = sample * k;
        var place = first + k;
        while (place > first && nearer(distance, other, place - 1)) {
            place--;
        }
        if (place < first + k) {
            System.arraycopy(distances, place, distances, place + 1, first + k - 1 - place);
            System.arraycopy(samples, place, samples, place + 1, first + k - 1 - place);
            distances[place] = distance;
            samples[place] = other;
        }
    }

    private boolean nearer(double distance, int other, int place) {
        return distance < distances[place] || distance == distances[place] && other < samples[place];
    }

    /** The nearest first. */
    int[] of(int sample) {
        return Arrays.copyOfRange(samples, sample * k, (sample + 1) * k);
    }

    /** By how much the distances of any two pairs of samples differ at most. */
    double spread() {
        return farthest - nearest;
    }
}

package org.repframework.plugin.subspacematch

import spock.lang.Specification

class SpanSpecification extends Specification {

    def "members may leave in any order, and every distance is that of a new span of those that stay"() {
        given: 'members of which the last three add nothing'
        def random = new Random(seed)
        def members = Layers.gaussian(12, 40, random)
        members.addAll(Layers.mixtures(2, members[0..3], random))
        members << members[5]
        def vectors = UnitVectors.of(Layers.moments(members, Layers.mixtures(9, members + Layers.gaussian(6, 40, random), random)))
        def span = spanOf(vectors, 0..14)
        def staying = (0..14).toList()

        expect:
        staying.clone().shuffled(random).every { leaving ->
            span.dropMembers([leaving] as int[])
            staying -= leaving
            def anew = spanOf(vectors, staying)
            assert span.rank() == anew.rank()
            (0..8).every { Math.abs(span.distance(it) - anew.distance(it)) < 1e-10 }
        }
        (0..8).every { Math.abs(span.distance(it) - 1) < 1e-12 }

        where:
        seed << (1..10)
    }

    def "many leave at once"() {
        given:
        def random = new Random(1)
        def vectors = UnitVectors.of(Layers.moments(Layers.gaussian(10, 40, random), Layers.gaussian(5, 40, random)))
        def span = spanOf(vectors, 0..9)

        when:
        span.dropMembers([1, 2, 3, 5, 6, 7, 9] as int[])

        then:
        (0..4).every { Math.abs(span.distance(it) - spanOf(vectors, [0, 4, 8]).distance(it)) < 1e-12 }
    }

    private static Span spanOf(UnitVectors vectors, List<Integer> members) {
        new Span(vectors.xx(), vectors.xy(), members as int[], 0..<vectors.yy().length as int[])
    }
}

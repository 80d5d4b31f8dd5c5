package org.repframework.engine.execution

import org.repframework.spi.Stage
import spock.lang.Specification

class WorkerMemorySpecification extends Specification {

    def 'a worker with a share of #share MB has the heap that a stage can count on, and #arrays MB for arrays'() {
        when:
        def memory = WorkerMemory.ofShare(share)

        then:
        memory.heap() << 20 > Stage.HEAP
        memory.arrays() == arrays
        memory.together() == together
        memory.options() == ["-Xmx${memory.heap()}m", "-Dorg.bytedeco.javacpp.maxbytes=${arrays}m",
                             "-Dorg.bytedeco.javacpp.maxphysicalbytes=${together}m"]*.toString()

        where:
        share || arrays | together
        300   || 256    | 2816
        3000  || 2000   | 3000
        9000  || 6440   | 9000
    }
}

package org.repframework.plugin.deeplearning4j.network;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/** One native operation, bound once to its arrays and then run many times without allocating anything. */
final class Operation {

    private final CustomOp operation;
    private final OpContext context;

    /** @param arguments the operation's integer arguments */
    Operation(String name, List<INDArray> inputs, List<INDArray> outputs, long... arguments) {
        operation = DynamicCustomOp.builder(name).build();
        context = Nd4j.getExecutioner().buildContext();
        context.setInputArrays(inputs);
        context.setOutputArrays(outputs);
        context.setIArguments(arguments);
    }

    /** Adds floating-point arguments. */
    Operation with(double... arguments) {
        context.setTArguments(arguments);
        return this;
    }

    void run() {
        Nd4j.getExecutioner().exec(operation, context);
    }

    /** Matrix product, of transposed factors where asked. */
    static Operation product(
            INDArray left, boolean transposeLeft, INDArray right, boolean transposeRight, INDArray to) {
        return new Operation(
                "matmul", List.of(left, right), List.of(to), transposeLeft ? 1 : 0, transposeRight ? 1 : 0, 0);
    }
}

package io.tapstack.reference.requirement;

import java.util.ArrayList;
import java.util.List;

/** The requirements of pipeline C: the bullets of its eight groups, its constraints, and what its README uses. */
final class FinancialRequirements {

    private FinancialRequirements() {}

    static List<Requirement> all() {
        List<Requirement> all = new ArrayList<>();
        all.addAll(FinancialData.all());
        all.addAll(FinancialService.all());
        all.addAll(FinancialControl.all());
        return all;
    }
}

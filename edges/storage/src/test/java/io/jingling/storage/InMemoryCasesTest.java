package io.jingling.storage;

import io.jingling.platform.AppealStore;
import io.jingling.platform.CaseStore;
import io.jingling.platform.ReporterStore;

class InMemoryCasesTest extends CaseStoreContract {
    private final InMemoryCases cases = new InMemoryCases();

    @Override
    CaseStore store() {
        return cases;
    }

    @Override
    ReporterStore reporters() {
        return cases;
    }

    @Override
    AppealStore appeals() {
        return cases.appealStore;
    }
}

package io.jingling.http.console;

import static io.jingling.domain.Category.APP_PROMOTION;
import static io.jingling.domain.Category.DEBT_COLLECTION;
import static io.jingling.domain.Category.EDUCATION;
import static io.jingling.domain.Category.FOOD_AND_DRUGS;
import static io.jingling.domain.Category.FORGED_DOCUMENTS;
import static io.jingling.domain.Category.FORM_CLASS_03;
import static io.jingling.domain.Category.FRAUD;
import static io.jingling.domain.Category.HEALTH;
import static io.jingling.domain.Category.INSURANCE;
import static io.jingling.domain.Category.LOANS;
import static io.jingling.domain.Category.OBSCENITY;
import static io.jingling.domain.Category.ONLINE_GAMES;
import static io.jingling.domain.Category.OTHER_MARKETING;
import static io.jingling.domain.Category.POS_TERMINALS;
import static io.jingling.domain.Category.REAL_ESTATE;
import static io.jingling.domain.Category.RECRUITING;
import static io.jingling.domain.Category.RENOVATION;
import static io.jingling.domain.Category.RETAIL;
import static io.jingling.domain.Category.RIDES_AND_FREIGHT;
import static io.jingling.domain.Category.STOCKS;
import static io.jingling.domain.Category.TELECOM_SALES;
import static io.jingling.domain.Category.TRAVEL;

import io.jingling.domain.Category;
import java.util.List;

/** The categories in groups that a person finds one's way in; every category is in exactly one. */
enum Groups {
    ILLEGAL(FRAUD, OBSCENITY, FORGED_DOCUMENTS, FORM_CLASS_03),
    MONEY(LOANS, STOCKS, INSURANCE, DEBT_COLLECTION, POS_TERMINALS),
    HOME(REAL_ESTATE, RENOVATION),
    LEARNING_AND_WORK(EDUCATION, RECRUITING),
    HEALTH_AND_SHOPPING(HEALTH, FOOD_AND_DRUGS, RETAIL, TRAVEL, RIDES_AND_FREIGHT),
    NETWORK(TELECOM_SALES, APP_PROMOTION, ONLINE_GAMES),
    OTHER(OTHER_MARKETING);

    private final List<Category> categories;

    Groups(Category... categories) {
        this.categories = List.of(categories);
    }

    List<Category> categories() {
        return categories;
    }
}

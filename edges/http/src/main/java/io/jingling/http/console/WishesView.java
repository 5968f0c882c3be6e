package io.jingling.http.console;

import java.util.List;

/**
 * The wishes editor.
 *
 * @param id the subscriber's opaque id
 * @param number masked
 * @param kind what kind of number it is
 * @param on false: the service is off
 * @param courierUntil {@code 20:31}; empty where no courier is waited for
 * @param toast what has just been done
 */
record WishesView(
        String id,
        String number,
        String kind,
        boolean on,
        String courierUntil,
        SettingsView settings,
        ListView white,
        ListView black,
        List<Ladder.Step> ladder,
        Toast toast) {
    public List<Integer> courierHours() {
        return List.of(1, 2, 4);
    }

    public Toast noToast() {
        return Toast.NONE;
    }
}

package io.jingling.complaints;

import io.jingling.domain.Masking;
import java.util.Optional;
import java.util.Set;

/** The 34 provinces, as statistics name them (GB/T 2260): a word that somebody typed would stand in them as it is. */
public final class Region {
    /** Without 省, 市 and 自治区. */
    public static final Set<String> ALL = Set.of(
            "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北",
            "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "台湾", "香港", "澳门");

    private static final String ENDINGS = "(特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|省|市)$";

    private Region() {}

    /**
     * Reads a province with or without what it is; empty for an empty text.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Optional<String> read(String written) {
        String name = written.strip().replaceFirst(ENDINGS, "");
        if (!name.isEmpty() && !ALL.contains(name)) {
            throw new IllegalArgumentException(
                    "region: got \"" + Masking.clip(name) + "\", want a province such as 广东, or nothing");
        }
        return Optional.of(name).filter(given -> !given.isEmpty());
    }
}

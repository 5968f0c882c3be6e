package io.jingling.text;

import java.util.ArrayList;
import java.util.List;

/** Names of firms and Apps that callers use: those known here, those in 【】 and 《》, and what somebody is told to install. */
final class Names {
    private static final List<String> BRANDS = List.of(
            "中国移动", "移动客服", "移动公司", "移动营业厅", "中国联通", "联通", "中国电信", "电信客服", "电信营业厅", "中国广电", "工商银行", "建设银行", "农业银行",
            "中国银行", "交通银行", "招商银行", "邮储银行", "浦发银行", "中信银行", "民生银行", "兴业银行", "光大银行", "广发银行", "平安银行", "华夏银行", "微众银行",
            "中国平安", "平安保险", "平安车险", "平安普惠", "中国人寿", "中国人保", "太平洋保险", "新华保险", "泰康", "阳光保险", "众安", "友邦", "银联", "拉卡拉",
            "随行付", "蚂蚁金服", "花呗", "借呗", "微粒贷", "京东金融", "京东白条", "度小满", "拍拍贷", "宜信", "捷信", "马上消费", "360借条", "链家", "贝壳",
            "我爱我家", "安居客", "碧桂园", "恒大", "万科", "保利", "融创", "新东方", "学而思", "好未来", "猿辅导", "作业帮", "尚德", "中公", "华图", "顺丰",
            "圆通", "中通", "申通", "韵达", "京东物流", "菜鸟", "邮政", "ems", "苹果公司", "华为", "小米公司", "格力", "美的", "海尔", "东方财富", "同花顺",
            "海通证券", "国泰君安", "广发证券", "中信证券", "茅台", "五粮液", "汤臣倍健", "安利", "土巴兔", "齐家网", "欧派", "索菲亚", "12321", "12345",
            "公安局", "检察院", "法院", "社保局", "医保局", "税务局", "海关", "银保监会", "通信管理局");
    private static final List<String> APPS = List.of(
            "抖音", "快手", "微信", "支付宝", "淘宝", "天猫", "拼多多", "京东", "美团", "饿了么", "滴滴", "货拉拉", "哈啰", "曹操出行", "小红书", "闲鱼",
            "58同城", "转转", "得物", "唯品会", "苏宁易购", "智联招聘", "boss直聘", "前程无忧", "猎聘", "携程", "去哪儿", "飞猪", "同程", "途牛", "高德",
            "百度", "腾讯会议", "飞书", "钉钉", "讯飞听见", "qq", "探探", "陌陌", "soul", "微博", "知乎", "今日头条", "番茄小说", "喜马拉雅", "优酷", "爱奇艺",
            "腾讯视频", "王者荣耀", "和平精英", "原神", "瑞幸", "盒马", "叮咚买菜", "运满满", "满帮", "安逸花", "省呗", "分期乐", "360借条", "百合网", "珍爱网",
            "世纪佳缘");
    private static final List<String> INSTALLED = List.of("app", "软件", "客户端", "小程序");
    private static final List<String> TOLD = List.of("下载", "安装", "名叫", "名为", "叫做", "叫");
    private static final int NAME_MAX = 12;
    private static final int NAME_OF_INSTALLED_MAX = 8;

    private Names() {}

    static List<Word> brands(Letters letters) {
        List<Word> found = known(BRANDS, letters);
        between('【', '】', letters, found);
        return found;
    }

    static List<Word> apps(Letters letters) {
        List<Word> found = known(APPS, letters);
        between('《', '》', letters, found);
        for (int at = 0; at < letters.count(); at++) {
            installed(letters, at, found);
        }
        return found;
    }

    /** The longest at each place. */
    private static List<Word> known(List<String> names, Letters letters) {
        List<Word> found = new ArrayList<>();
        int at = 0;
        while (at < letters.count()) {
            int longest = 0;
            for (String name : names) {
                if (name.length() > longest && letters.has(name, at)) {
                    longest = name.length();
                }
            }
            if (longest > 0) {
                found.add(letters.word(at, at + longest, 1));
            }
            at += Math.max(1, longest);
        }
        return found;
    }

    private static void between(char opening, char closing, Letters letters, List<Word> found) {
        for (int at = 0; at < letters.count(); at++) {
            int end = at + 1;
            while (letters.at(at) == opening
                    && end < letters.count()
                    && end - at <= NAME_MAX
                    && letters.at(end) != closing) {
                end++;
            }
            if (end > at + 1 && end < letters.count() && letters.at(end) == closing) {
                found.add(letters.word(at + 1, end, 1));
            }
        }
    }

    /** Letters between what somebody is told to do and what it is done with: 下载…软件. */
    private static void installed(Letters letters, int at, List<Word> found) {
        for (String told : TOLD) {
            if (!letters.has(told, at)) {
                continue;
            }
            int from = at + told.length();
            for (int end = from; end <= Math.min(letters.count(), from + NAME_OF_INSTALLED_MAX); end++) {
                if (end < letters.count() && !Character.isLetterOrDigit(letters.at(end))) {
                    return;
                }
                int to = end;
                if (INSTALLED.stream().anyMatch(word -> letters.has(word, to))) {
                    // 速贷宝的软件 is called 速贷宝.
                    int behind = end > from && letters.at(end - 1) == '的' ? end - 1 : end;
                    if (behind - from >= 2 && isName(letters, from)) {
                        found.add(letters.word(from, behind, 1));
                    }
                    return;
                }
            }
        }
    }

    /** Not "some software", "their software". */
    private static boolean isName(Letters letters, int from) {
        return "一个了他她们某这那我我们你您的什".indexOf(letters.at(from)) < 0;
    }
}

"""Chinese to build essays from: sentences with gaps, and what fills them."""
# ruff: noqa: RUF001 - full-width stops and quotes

SPACE = ""
TEMPLATES = """
{year}年，{person}从{city}搬到{city}，在{place}附近开了一家{shop}。
《{paper}》报道说，到{year}年{month}月，已有{number}名{people}失去工作。
{person}从未否认这一指控，却称之为“{slogan}”。
{city}已经没有人记得{place}是谁出钱修的。
据{office}统计，{share}%的{people}投票反对该计划。
这是一个错误，而且人人都知道。
“{slogan}，”自{year}年起主管{office}的{person}说。
{place}于{year}年为{number}名{people}而建，而且还没有启用就烧毁了。
从{month}月到{month}月，{thing}的价格上涨了{share}%。
{person}为什么要等到{month}月？
{city}的{people}比{city}多，尽管它的{place}更小。
批评者指出，{office}仅在{thing}上就花了{number}元。
我一直认为{person}应当得到更好的对待。
到{year}年底，{shop}关了门，{place}空无一人，{number}名{people}在找工作。
同样的事情也发生在{city}。
自{year}年{person}签署条约以来，{city}每年出口{number}吨{thing}。
{city}的一项研究发现，家里有{thing}的{people}更长寿。
演讲持续了{share}分钟；《{paper}》全文刊登。
但这并不是故事的全部。
{office}否认了此事（一向如此），而且{person}在{month}月辞职。
三分之二的{people}出生在{city}以外的地方。
没有{thing}，{shop}就熬不过{year}年的冬天。
没有人受伤。
{year}年{month}月{share}日，{office}公布了{number}页关于{thing}的文件。
我们不应忘记{city}的{people}曾受到怎样的对待。
"""
FRESH = """
我的祖母把所有跟她吵过架的商贩都记在一张单子上。
存世的抄本不到{number}份，大多在私人手里。
如果数字属实，每{share}户人家就有一户持有股份。
让我们先从能够测量的东西谈起。
两人初次见面是在{city}，{share}年后又在渡船上重逢。
史学家对日期看法不一，{year}年最为可信。
档案馆登记了{number}封信，其中一半早已遗失。
这类说法只能打动愿意相信的人。
{year}年的一部法律规定星期天做买卖属于犯罪。
"""
FILLERS = {
    "person": "王小明|李芳|张建国|陈思远|刘海燕|赵一鸣|孙教授|市长|欧阳静",
    "city": "厦门|苏州|昆明|青岛|洛阳|哈尔滨|桂林|温州|大理",
    "place": "旧码头|老磨坊|市政厅|火车站|植物园|游泳馆|北大桥|鱼市场",
    "shop": "面包店|印刷厂|药房|自行车行|茶馆|书店|洗衣店",
    "thing": "煤炭|食盐|雨伞|玻璃|蜂箱|纸张|小麦|铜线|旧钢琴|砖块",
    "people": "码头工人|退休老人|纺织工|大学生|护士|电车司机|农民|学徒|选民",
    "office": "港务局|市议会|卫生部门|工会|调查委员会|储蓄银行",
    "paper": "信使报|晚邮报|观察家|晨星报",
    "slogan": "绝不重演|茶杯里的风暴|先有面包后有石头|我们不欠任何人|进步的代价",
    "month": "1|3|4|6|8|10|12",
}
JOINT, SPLIT_JOINT = ("，而且",), "。"
OPENERS = ["事实上，", "后来，", "换句话说，", "不过，"]
CLOSERS = ["，据说如此", "，仅此而已"]

"""Korean to build essays from: sentences with gaps, and what fills them."""
# ruff: noqa: E501 - one sentence a line, as it is set

SPACE = " "
TEMPLATES = """
{year}년에 {person} 씨는 {city}에서 {city}로 이사해 {place} 근처에 {shop}을 열었다.
《{paper}》는 {year}년 {month}월까지 {people} {number}명이 일자리를 잃었다고 보도했다.
{person} 씨는 혐의를 부인하지 않았고, 그것을 “{slogan}”라고 불렀다.
{city}에서 {place}의 건설비를 누가 냈는지 기억하는 사람은 아무도 없다.
{office}에 따르면 {people}의 {share}퍼센트가 그 계획에 반대표를 던졌다.
그것은 실수였고, 모두가 알고 있었다.
“{slogan}.” {year}년부터 {office}을 이끌어 온 {person} 씨가 말했다.
{place}은 {year}년에 {people} {number}명을 위해 지어졌고, 한 번도 쓰이지 못한 채 불타 버렸다.
{thing} 값은 {month}월 이후 {share}퍼센트 올랐다.
{person} 씨는 왜 {month}월까지 기다렸을까?
{city}는 {city}보다 {people}이 많지만 {place}은 더 작다.
비판하는 이들은 {office}이 {thing}에만 {number}만 원을 썼다고 지적한다.
나는 {person} 씨가 더 나은 대우를 받았어야 했다고 늘 생각해 왔다.
{year}년 말에는 {shop}이 문을 닫았고, {place}은 텅 비었으며, {people} {number}명이 일거리를 찾고 있었다.
{city}에서도 같은 일이 벌어졌다.
{person} 씨가 조약에 서명한 {year}년 이래 {city}는 해마다 {thing} {number}톤을 수출해 왔다.
{city}의 한 연구는 {thing}을 가까이하는 {people}이 더 오래 산다는 사실을 밝혀냈다.
연설은 {share}분 동안 이어졌다.
그러나 그것이 이야기의 전부는 아니다.
{office}은 이를 부인했고(늘 그렇듯이), {person} 씨는 {month}월에 물러났다.
{people}의 3분의 2는 {city} 밖에서 태어났다.
{thing}이 없었다면 {shop}은 {year}년 겨울을 넘기지 못했을 것이다.
다친 사람은 없었다.
{office}은 {year}년 {month}월 {share}일에 {thing}에 관한 {number}쪽짜리 보고서를 냈다.
우리는 {city}의 {people}이 어떤 대우를 받았는지 잊지 말아야 한다.
"""
FRESH = """
할머니는 다투었던 상인들의 이름을 모두 적어 두셨다.
남아 있는 사본은 {number}부가 채 되지 않으며 대부분 개인이 소장하고 있다.
숫자가 맞는다면 {share}가구 중 하나가 지분을 가진 셈이다.
먼저 잴 수 있는 것부터 살펴보자.
두 사람은 {city}에서 처음 만났고 {share}년 뒤 나룻배에서 다시 마주쳤다.
학자마다 날짜를 다르게 보지만 {year}년이 가장 그럴듯하다.
기록 보관소에는 편지 {number}통이 있으나 절반은 사라졌다.
그런 주장은 믿고 싶은 사람만 설득할 뿐이다.
{year}년에 만들어진 법은 일요일 판매를 범죄로 규정했다.
"""
FILLERS = {
    "person": "김영수|박미란|이도현|최은지|정한결|한소라|윤태식|오세진|남궁민",
    "city": "부산|대구|목포|청주|강릉|전주|포항|여수|춘천|안동",
    "place": "항만 창고|옛 방앗간|시민 회관|기차역|식물원|수영장|북쪽 다리 공원|어시장",
    "shop": "빵집|인쇄 공장|약국|자전거 매장|찻집|책방|세탁 공장",
    "thing": "석탄|소금|우산|유리병|벌통|종이 상자|밀 품종|구리 전선|얼음|벽돌",
    "people": "항만 노동자들|연금 생활자들|직조공들|대학생들|간호사들|기관사들|농민들|유권자들",
    "office": "항만청|시의회 사무국|보건 당국|노동조합|진상 조사단|저축 은행",
    "paper": "한강신문|저녁신보|관찰자|새벽별|주간통신",
    "slogan": "다시는 안 된다|찻잔 속의 태풍이다|빵이 먼저다|누구에게도 빚이 없다|진보의 대가다",
    "month": "1|3|4|6|8|10|12",
}
JOINT, SPLIT_JOINT = ("았고,", "었고,"), "다. "
OPENERS = ["사실 ", "나중에 ", "다시 말해 ", "어쨌든 "]
CLOSERS = []

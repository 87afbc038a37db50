"""Turkish."""

from factcheck.text.languages.language import language

TURKISH = language(
    "tr",
    titles="""Dr Prof Doç Yrd Av Alb Yb Bnb Yzb Ütğm Tğm Gen Org Korg Tümg Tuğg Sn
    Hz Mim Müh Ecz Op Uzm Arş Gör Öğr Bşk Hv Kd Kur St Alm""",
    leading="""örn bkz krş vb.gibi yy vs.gibi çev haz der yay ed bs mah cad sok sk
    bul apt blv tel yak ort mad İng Fr Alm Ar Far Lat Osm y.y a.g.e a.g.y""",
    numbered="no nr s ss sf sayfa c cilt md böl fas şek tab sy tel kat bent fık",
    either="""vb vs vd vb.leri Ltd Şti A.Ş T.A.Ş Inc M.Ö M.S m.ö m.s İ.Ö İ.S T.C km
    kg m cm dk sn sa Cad Sok Mah Apt Univ Üniv""",
    starters="""O Bu Şu Bir Biz Siz Ben Sen Onlar Bunlar Şunlar Ama Fakat Ancak Ve
    Veya Ya Çünkü Yine Daha Sonra Önce Şimdi Bugün Dün Yarın Artık Hâlâ Henüz Ayrıca
    Hem De Da Eğer Ne Kim Nasıl Neden Niçin Nerede Kaç Hangi Herkes Her Hiç Hiçbir
    Kimse Bazı Birçok Çok Pek Tüm Bütün İki Üç Dört Onun Bunun Benim Bizim Evet
    Hayır Oysa Böylece Öyle Böyle Burada Orada İşte Sonunda Böylelikle Ardından Ona
    Buna""",
    months="""Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım
    Aralık Dünya Yüzyıl""",
    ordinals=True,
    before_ordinals="ve ile bu ilk Bu Henri Louis",
)

//! For each rule the message and what comes of breaking it; what clients do is said as it is known.

use crate::core::finding::Rule;
use crate::text::Lang;

macro_rules! rules {
    (($subject:ident, $seen:ident) $($rule:ident {
        $en_message:literal, $en_effect:literal; $zh_message:literal, $zh_effect:literal
    })*) => {
        /// What is seen, without a full stop.
        pub(super) fn message(lang: Lang, rule: Rule, $subject: &str, $seen: &str) -> String {
            match rule {
                $(Rule::$rule => say!(lang, $en_message, $zh_message),)*
            }
        }

        /// What comes of it.
        pub(super) fn effect(lang: Lang, rule: Rule) -> &'static str {
            match rule {
                $(Rule::$rule => lang.pick($en_effect, $zh_effect),)*
            }
        }
    };
}

rules! {
    (subject, seen)
    AccessInfoCritical {
        "“{subject}” marks authority information access as critical",
        "A client that does not process it has to refuse the certificate, and OpenSSL does.";
        "“{subject}”把颁发机构信息访问标记为关键",
        "不处理这个扩展的客户端必须拒绝证书，OpenSSL 就会拒绝。"
    }
    AuthorityKeyIdCritical {
        "“{subject}” marks its authority key identifier as critical",
        "A client that does not process it has to refuse the certificate, and OpenSSL does.";
        "“{subject}”把颁发机构密钥标识符标记为关键",
        "不处理这个扩展的客户端必须拒绝证书，OpenSSL 就会拒绝。"
    }
    AuthorityKeyIdDiffers {
        "The root “{subject}” names another key as its issuer’s than its own",
        "A root is its own issuer, so both identifiers have to be the same. Most clients accept it from a trusted root; some no longer take it for a root and look for an issuer above.";
        "根证书“{subject}”写的颁发者密钥不是它自己的密钥",
        "根证书由自己签发，两个标识符应当相同。多数客户端会接受受信任的根证书；有些不再把它当作根证书，而去查找上级颁发者。"
    }
    AuthorityKeyIdIssuer {
        "“{subject}” names its issuer’s certificate by name and serial number",
        "Clients accept it. Once the issuer’s certificate is renewed with the same key, the serial number no longer fits, and OpenSSL does not find the issuer.";
        "“{subject}”用名称和序列号指定颁发者证书",
        "客户端会接受。但颁发者证书用相同密钥续期之后，序列号对不上，OpenSSL 就找不到颁发者。"
    }
    AuthorityKeyIdMissing {
        "“{subject}” has no authority key identifier",
        "Clients can then find the issuer by its name alone, and most accept that. Strict ones refuse it: Python from 3.13 on, OpenSSL with -x509_strict.";
        "“{subject}”没有颁发机构密钥标识符",
        "客户端只能按名称查找颁发者，多数会接受。严格的会拒绝：Python 3.13 起，以及使用 -x509_strict 的 OpenSSL。"
    }
    BasicConstraintsMissing {
        "The CA certificate “{subject}” has no basic constraints",
        "Nothing in it says that it is a CA. Browsers refuse what it signed, some of them except below a trusted root; OpenSSL lets it pass where its key usage allows to sign certificates.";
        "CA 证书“{subject}”没有基本约束",
        "证书里没有写明它是 CA。浏览器会拒绝它签发的证书，有些只对受信任的根证书例外；密钥用法允许签发证书时，OpenSSL 会放行。"
    }
    BasicConstraintsNotCritical {
        "The basic constraints of the CA “{subject}” are not marked critical",
        "Most clients accept it. Strict ones refuse it: Python from 3.13 on, OpenSSL with -x509_strict.";
        "CA“{subject}”的基本约束没有标记为关键",
        "多数客户端会接受。严格的会拒绝：Python 3.13 起，以及使用 -x509_strict 的 OpenSSL。"
    }
    CaAsServerCertificate {
        "The server certificate “{subject}” is the certificate of a CA",
        "Firefox and programs with rustls refuse it from a server. Whoever takes the key from the server can issue certificates.";
        "服务器证书“{subject}”是 CA 证书",
        "Firefox 和使用 rustls 的程序会拒绝服务器出示它。谁从服务器上拿到密钥，谁就能签发证书。"
    }
    CommonNameMisspelt {
        "The common name “{seen}” is another spelling of one of the names",
        "Current clients ignore the common name. Programs that still read it compare letter by letter and see another name.";
        "通用名称“{seen}”是某个域名的另一种写法",
        "新的客户端会忽略通用名称。仍然读取它的程序逐字比较，会认为是另一个名称。"
    }
    CommonNameNotInNames {
        "The common name “{seen}” is not among the alternative names",
        "Clients look at the alternative names alone. The certificate works for those, and visitors of the common name see a mismatch.";
        "通用名称“{seen}”不在使用者可选名称里",
        "客户端只看使用者可选名称。证书对那些名称有效，访问通用名称会提示不匹配。"
    }
    CurveForbidden {
        "The key of “{subject}” is on the curve {seen}",
        "Browsers know P-256, P-384 and some of them P-521, by name. They refuse other curves; OpenSSL and Java may accept them.";
        "“{subject}”的密钥使用曲线 {seen}",
        "浏览器只认识 P-256、P-384，部分认识 P-521，并且要写曲线名称。其他曲线会被拒绝；OpenSSL 和 Java 可能接受。"
    }
    ExtendedKeyUsageAny {
        "“{subject}” is allowed for any purpose",
        "Beside server authentication most clients accept it. Where any purpose stands alone, OpenSSL and Firefox do not take it for a server’s.";
        "“{subject}”允许任何用途",
        "如果同时写有服务器身份验证，多数客户端会接受。如果只写任何用途，OpenSSL 和 Firefox 不把它当作服务器证书。"
    }
    ExtendedKeyUsageCritical {
        "“{subject}” marks its extended key usage as critical",
        "Clients accept it, since all of them process this extension.";
        "“{subject}”把增强型密钥用法标记为关键",
        "客户端都处理这个扩展，所以会接受。"
    }
    ExtendedKeyUsageMissing {
        "“{subject}” has no extended key usage",
        "It is not limited to any purpose. Most clients accept it; Apple’s refuse such a server certificate if it was issued since July 2019, from private CAs too.";
        "“{subject}”没有增强型密钥用法",
        "它的用途没有限制。多数客户端会接受；苹果的系统会拒绝 2019 年 7 月以后签发的这种服务器证书，私有 CA 的也一样。"
    }
    ExtendedKeyUsageOnRoot {
        "The root “{subject}” carries an extended key usage",
        "Clients that apply it, OpenSSL and Windows among them, hold every certificate below to it. Others pass over it.";
        "根证书“{subject}”带有增强型密钥用法",
        "OpenSSL 和 Windows 等客户端会用它限制下面的所有证书。其他客户端会忽略。"
    }
    ExtensionDuplicate {
        "“{subject}” has an extension twice: {seen}",
        "Nobody can say which of the two counts, so clients refuse the certificate or take one of them.";
        "“{subject}”的同一个扩展出现了两次：{seen}",
        "无法判断以哪一个为准，所以客户端会拒绝证书，或任取其一。"
    }
    ExtensionMalformed {
        "An extension of “{subject}” is broken: {seen}",
        "Clients that read this extension refuse the certificate; those that do not read it do not notice.";
        "“{subject}”有一个扩展损坏：{seen}",
        "读取这个扩展的客户端会拒绝证书；不读取的不会察觉。"
    }
    IssuerEmpty {
        "“{subject}” does not name its issuer",
        "Clients find an issuer by its name. Many still accept an empty one; strict ones refuse it: Python from 3.13 on, OpenSSL with -x509_strict.";
        "“{subject}”没有写颁发者名称",
        "客户端按名称查找颁发者。许多客户端仍接受空名称；严格的会拒绝：Python 3.13 起，以及使用 -x509_strict 的 OpenSSL。"
    }
    KeyKindForbidden {
        "The key of “{subject}” is of a kind that the web does not use: {seen}",
        "Browsers refuse it: they know RSA, the curves P-256 and P-384, and some of them P-521.";
        "“{subject}”的密钥类型不适用于网站：{seen}",
        "浏览器会拒绝：它们只认识 RSA 和 P-256、P-384 曲线，部分认识 P-521。"
    }
    KeyUsageInconsistent {
        "CA flag and key usage of “{subject}” contradict each other",
        "The basic constraints say one thing about signing certificates and the key usage (keyCertSign) another. As an issuer clients refuse it; as a server certificate most accept it, and strict ones such as Python from 3.13 on refuse it.";
        "“{subject}”的 CA 标记与密钥用法互相矛盾",
        "能否签发证书，基本约束和密钥用法（keyCertSign）说法不一。作为颁发者会被客户端拒绝；作为服务器证书多数会接受，Python 3.13 起等严格的客户端会拒绝。"
    }
    NameConstraintsEmpty {
        "The name constraints of “{subject}” constrain nothing",
        "They neither permit nor exclude a name. Most clients pass over that; Go refuses such a CA.";
        "“{subject}”的名称约束没有内容",
        "既没有允许的名称，也没有排除的名称。多数客户端会忽略；Go 会拒绝这样的 CA。"
    }
    NameConstraintsMisplaced {
        "“{subject}” is no CA and carries name constraints",
        "They say what a CA may issue for and mean nothing here. Most clients pass over them; strict ones refuse the certificate.";
        "“{subject}”不是 CA，却带有名称约束",
        "名称约束说明 CA 可以为哪些名称签发，在这里没有意义。多数客户端会忽略；严格的会拒绝证书。"
    }
    NameConstraintsNotCritical {
        "The name constraints of “{subject}” are not marked critical",
        "Today’s clients apply them all the same. An old client that does not know them lets the CA issue for any name.";
        "“{subject}”的名称约束没有标记为关键",
        "现在的客户端照样会应用。不认识名称约束的旧客户端会让这个 CA 为任何名称签发。"
    }
    NameInternal {
        "“{seen}” is an internal name",
        "It exists in many networks, and nobody can prove that it is theirs. Clients accept the certificate; a public CA that learns of it has to revoke it.";
        "“{seen}”是内部名称",
        "很多网络里都有这个名称，没有人能证明它归自己所有。客户端会接受证书；公共 CA 得知后必须吊销。"
    }
    NameMalformed {
        "“{subject}” has a name that is not written as names are: “{seen}”",
        "No client finds its host under such a name. Most use the other names; strict ones refuse the whole certificate.";
        "“{subject}”里有写法不对的名称：“{seen}”",
        "客户端无法用这样的名称匹配主机。多数会使用其他名称；严格的会拒绝整个证书。"
    }
    NamesCritical {
        "“{subject}” marks its alternative names as critical although it has a subject",
        "Clients accept it, since all of them process this extension. It ought to be critical only where the subject is empty.";
        "“{subject}”有使用者，却把使用者可选名称标记为关键",
        "客户端都处理这个扩展，所以会接受。只有使用者为空时才应标记为关键。"
    }
    NamesMissing {
        "“{subject}” has no alternative names",
        "Browsers, Go and others look at these alone and report a name mismatch. Older programs still read the common name.";
        "“{subject}”没有使用者可选名称",
        "浏览器和 Go 等只看使用者可选名称，会提示名称不匹配。较旧的程序仍会读取通用名称。"
    }
    PolicyConstraintsNotCritical {
        "The policy constraints of “{subject}” are not marked critical",
        "Clients that judge policies apply them all the same; the others pass over them instead of refusing.";
        "“{subject}”的策略约束没有标记为关键",
        "检查策略的客户端照样会应用；其他客户端会忽略，而不是拒绝。"
    }
    PolicyNotSaid {
        "“{subject}” does not say how it was validated",
        "None of the agreed policies for DV, OV, IV or EV is in it. Clients accept it; a public CA that issued it has to replace it.";
        "“{subject}”没有写明验证方式",
        "其中没有约定的 DV、OV、IV 或 EV 策略。客户端会接受；签发它的公共 CA 必须更换。"
    }
    RsaExponentWeak {
        "The RSA key of “{subject}” has the exponent {seen}",
        "The exponent has to be odd and at least 3; 65537 is usual. Small ones turn mistakes in other programs into forged signatures. Most clients accept 3 and refuse 1 or an even number.";
        "“{subject}”的 RSA 密钥指数是 {seen}",
        "指数必须是不小于 3 的奇数，通常是 65537。指数太小时，其他程序里的错误会让签名可以伪造。多数客户端接受 3，拒绝 1 和偶数。"
    }
    RsaSizeUneven {
        "The RSA key of “{subject}” has {seen} bits, which is no multiple of 8",
        "Most clients accept it; some libraries and devices cannot work with such sizes.";
        "“{subject}”的 RSA 密钥有 {seen} 位，不是 8 的倍数",
        "多数客户端会接受；有些程序库和设备不支持这样的位数。"
    }
    SerialNotPositive {
        "The serial number of “{subject}” is {seen}",
        "It has to be greater than zero. Most clients accept it; Go from 1.23 on refuses negative numbers.";
        "“{subject}”的序列号是 {seen}",
        "序列号必须大于零。多数客户端会接受；Go 1.23 起拒绝负数。"
    }
    SerialTooLong {
        "The serial number of “{subject}” has {seen} octets, and 20 is the limit",
        "Most clients accept it; strict ones refuse the certificate, and some programs cut the number in their lists.";
        "“{subject}”的序列号有 {seen} 字节，上限是 20 字节",
        "多数客户端会接受；严格的会拒绝证书，有些程序会在列表里截断它。"
    }
    SerialTooShort {
        "The serial number of “{subject}” has only {seen} bits",
        "A public CA has to draw 64 random bits or more, so that nobody can prepare a second certificate with the same signature. Clients do not look at this.";
        "“{subject}”的序列号只有 {seen} 位",
        "公共 CA 必须使用 64 位以上的随机数，以防有人预先制作签名相同的另一个证书。客户端不检查这一点。"
    }
    ServerAndOtherUsage {
        "“{subject}” is a server certificate that also allows: {seen}",
        "Public CAs have to keep server certificates apart from other purposes. Clients accept it.";
        "“{subject}”是服务器证书，还允许其他用途：{seen}",
        "公共 CA 必须把服务器证书与其他用途分开。客户端会接受。"
    }
    SignatureAlgorithmsDiffer {
        "“{subject}” names two signature algorithms: {seen}",
        "The algorithm stands inside the signed part and beside the signature, and both have to be the same. Clients refuse the certificate.";
        "“{subject}”写了两种签名算法：{seen}",
        "签名内容里和签名旁边各写一次算法，两处必须相同。客户端会拒绝证书。"
    }
    SubjectEmpty {
        "A CA certificate has no subject name",
        "The certificates below find their issuer by this name. Many clients still accept it; strict ones refuse it: Python from 3.13 on, OpenSSL with -x509_strict.";
        "有 CA 证书没有使用者名称",
        "下面的证书靠这个名称找到颁发者。许多客户端仍会接受；严格的会拒绝：Python 3.13 起，以及使用 -x509_strict 的 OpenSSL。"
    }
    SubjectKeyIdCritical {
        "“{subject}” marks its subject key identifier as critical",
        "A client that does not process it has to refuse the certificate, and OpenSSL does.";
        "“{subject}”把使用者密钥标识符标记为关键",
        "不处理这个扩展的客户端必须拒绝证书，OpenSSL 就会拒绝。"
    }
    SubjectKeyIdMissing {
        "“{subject}” has no subject key identifier",
        "The certificates below can then find it by its name alone, and most clients accept that. Strict ones refuse it in a CA: Python from 3.13 on, OpenSSL with -x509_strict.";
        "“{subject}”没有使用者密钥标识符",
        "下面的证书只能按名称找到它，多数客户端会接受。严格的会拒绝这样的 CA：Python 3.13 起，以及使用 -x509_strict 的 OpenSSL。"
    }
    TransparencyMissing {
        "“{subject}” carries no transparency receipts",
        "Chrome, Firefox and Safari refuse server certificates of public CAs without them, unless the server sends receipts in the handshake.";
        "“{subject}”没有证书透明度回执",
        "公共 CA 的服务器证书没有回执，Chrome、Firefox 和 Safari 会拒绝，除非服务器在握手时另行发送回执。"
    }
    ValidityMalformed {
        "“{subject}” writes a date of its validity as {seen}",
        "Dates are in UTC with seconds and nothing else. Most clients read this one all the same, strict ones refuse the certificate.";
        "“{subject}”的有效期里有一个日期写成了 {seen}",
        "日期应为 UTC 时间，写到秒，不带其他内容。多数客户端仍能读取，严格的会拒绝这个证书。"
    }
    VersionTooOld {
        "“{subject}” is of version {seen}",
        "Such a certificate has no extensions: no alternative names, no uses, no CA flag. Browsers do not accept it from a server, and rustls reads version 3 only; as a root many still accept it.";
        "“{subject}”是第 {seen} 版证书",
        "这种证书没有扩展：没有使用者可选名称、用途和 CA 标记。浏览器不接受服务器出示它，rustls 只读取第 3 版；作为根证书，许多客户端仍会接受。"
    }
    WildcardForPublicSuffix {
        "“{seen}” covers domains that belong to others",
        "Everybody can register names below this suffix. Chrome and others do not match such a wildcard, and no public CA may issue it.";
        "“{seen}”覆盖了他人的域名",
        "任何人都可以在这个后缀下注册域名。Chrome 等不会匹配这样的通配符，公共 CA 也不能签发。"
    }
    WildcardMisplaced {
        "“{seen}” has its asterisk where none may stand",
        "The asterisk stands for one whole label, the leftmost one. Clients match no host with any other form.";
        "“{seen}”的星号位置不对",
        "星号只能代表最左边的一整级。其他写法，客户端不会匹配任何主机。"
    }
}

//! The catalogue of rules on how a certificate is written.

use super::{About, Entry};
use crate::core::finding::Id;

entries! {
    AccessInfoCritical {
        "Authority information access is marked critical",
        "Have the certificate reissued with this extension not critical; in openssl leave out the word critical: authorityInfoAccess = caIssuers;URI:http://ca.example/ca.crt";
        "颁发机构信息访问被标记为关键",
        "重颁发证书，不把这个扩展标记为关键；在 openssl 里不写 critical：authorityInfoAccess = caIssuers;URI:http://ca.example/ca.crt"
    }
    AuthorityKeyIdCritical {
        "The authority key identifier is marked critical",
        "Have the certificate reissued with this extension not critical; in openssl: authorityKeyIdentifier = keyid:always";
        "颁发机构密钥标识符被标记为关键",
        "重颁发证书，不把这个扩展标记为关键；在 openssl 里写：authorityKeyIdentifier = keyid:always"
    }
    AuthorityKeyIdDiffers {
        "A root’s authority key identifier names another key",
        "Make the root anew with the same key and name, without this extension; in openssl: authorityKeyIdentifier = none";
        "根证书的颁发机构密钥标识符指向另一个密钥",
        "用相同的密钥和名称重新制作根证书，不写这个扩展；在 openssl 里写：authorityKeyIdentifier = none"
    }
    AuthorityKeyIdIssuer {
        "The authority key identifier carries the issuer’s name and serial number",
        "Have the certificate reissued with the key identifier alone; in openssl: authorityKeyIdentifier = keyid:always";
        "颁发机构密钥标识符里写了颁发者名称和序列号",
        "重颁发证书，只写密钥标识符；在 openssl 里写：authorityKeyIdentifier = keyid:always"
    }
    AuthorityKeyIdMissing {
        "The authority key identifier is missing",
        "Have the certificate reissued with it; in openssl: authorityKeyIdentifier = keyid:always";
        "缺少颁发机构密钥标识符",
        "重颁发证书并写入它；在 openssl 里写：authorityKeyIdentifier = keyid:always"
    }
    BasicConstraintsMissing {
        "A CA certificate has no basic constraints",
        "Make the CA certificate anew with the same key and name; in openssl: basicConstraints = critical, CA:TRUE";
        "CA 证书没有基本约束",
        "用相同的密钥和名称重新制作 CA 证书；在 openssl 里写：basicConstraints = critical, CA:TRUE"
    }
    BasicConstraintsNotCritical {
        "The basic constraints of a CA are not critical",
        "Make the CA certificate anew with the same key and name; in openssl: basicConstraints = critical, CA:TRUE";
        "CA 证书的基本约束没有标记为关键",
        "用相同的密钥和名称重新制作 CA 证书；在 openssl 里写：basicConstraints = critical, CA:TRUE"
    }
    CaAsServerCertificate {
        "A server uses the certificate of a CA",
        "Have a server certificate issued that is no CA; in openssl: basicConstraints = critical, CA:FALSE";
        "服务器使用了 CA 证书",
        "另外签发一个不是 CA 的服务器证书；在 openssl 里写：basicConstraints = critical, CA:FALSE"
    }
    CommonNameMisspelt {
        "The common name spells one of the names differently",
        "Have the certificate reissued with the common name spelt exactly as in the alternative names, or without one.";
        "通用名称与使用者可选名称的写法不同",
        "重颁发证书，通用名称要与使用者可选名称里的写法完全一致，或不写通用名称。"
    }
    CommonNameNotInNames {
        "The common name is not among the alternative names",
        "Have the certificate reissued with this name among the alternative names, or without a common name.";
        "通用名称不在使用者可选名称里",
        "重颁发证书，把这个名称写进使用者可选名称，或不写通用名称。"
    }
    CurveForbidden {
        "The key is on a curve that the web does not use",
        "Make a new key on P-256 and have the certificate reissued with it: openssl ecparam -name prime256v1 -genkey -noout -out new.key";
        "密钥所用的曲线不适用于网站",
        "用 P-256 生成新密钥，并用它重颁发证书：openssl ecparam -name prime256v1 -genkey -noout -out new.key"
    }
    ExtendedKeyUsageAny {
        "The extended key usage allows any purpose",
        "Have the certificate reissued for servers alone; in openssl: extendedKeyUsage = serverAuth";
        "增强型密钥用法允许任何用途",
        "重颁发只用于服务器的证书；在 openssl 里写：extendedKeyUsage = serverAuth"
    }
    ExtendedKeyUsageCritical {
        "The extended key usage is marked critical",
        "Have the certificate reissued with this extension not critical; in openssl: extendedKeyUsage = serverAuth";
        "增强型密钥用法被标记为关键",
        "重颁发证书，不把这个扩展标记为关键；在 openssl 里写：extendedKeyUsage = serverAuth"
    }
    ExtendedKeyUsageMissing {
        "The extended key usage is missing",
        "Have the certificate reissued with it; in openssl: extendedKeyUsage = serverAuth";
        "缺少增强型密钥用法",
        "重颁发证书并写入它；在 openssl 里写：extendedKeyUsage = serverAuth"
    }
    ExtendedKeyUsageOnRoot {
        "A root carries an extended key usage",
        "Make the root anew with the same key and name, without this extension. Limit the intermediates instead.";
        "根证书带有增强型密钥用法",
        "用相同的密钥和名称重新制作根证书，不写这个扩展。用途限制写在中间证书里。"
    }
    ExtensionDuplicate {
        "An extension stands in the certificate twice",
        "Have the certificate reissued with each extension once; look for a line that stands twice in the CA’s configuration.";
        "同一个扩展出现了两次",
        "重颁发证书，每个扩展只写一次；检查 CA 的配置里有没有重复的行。"
    }
    ExtensionMalformed {
        "An extension is broken",
        "Have the certificate reissued, and tell the CA which extension it is. If your own CA writes it as bytes, with DER: in openssl, check those.";
        "有扩展损坏",
        "重颁发证书，并告诉 CA 是哪个扩展。如果自建 CA 在 openssl 里用 DER: 写入字节，检查这些字节。"
    }
    IssuerEmpty {
        "The issuer has no name",
        "Have the certificate issued by a CA that has a name. For a CA of your own, make its certificate anew with one; in openssl: -subj \"/CN=Example CA\"";
        "颁发者没有名称",
        "改由有名称的 CA 签发证书。自建 CA 则重新制作带名称的 CA 证书；在 openssl 里写：-subj \"/CN=Example CA\""
    }
    KeyKindForbidden {
        "The key is of a kind that the web does not use",
        "Make a new key, RSA 2048 or P-256, and have the certificate reissued with it.";
        "密钥类型不适用于网站",
        "生成新密钥（RSA 2048 或 P-256），并用它重颁发证书。"
    }
    KeyUsageInconsistent {
        "CA flag and key usage contradict each other",
        "Have the certificate reissued so that both agree; in openssl for a CA: basicConstraints = critical, CA:TRUE and keyUsage = critical, keyCertSign, cRLSign; for a server: CA:FALSE and no keyCertSign.";
        "CA 标记与密钥用法互相矛盾",
        "重颁发证书，使两者一致；在 openssl 里，CA 写 basicConstraints = critical, CA:TRUE 和 keyUsage = critical, keyCertSign, cRLSign；服务器写 CA:FALSE，不写 keyCertSign。"
    }
    NameConstraintsEmpty {
        "Name constraints constrain nothing",
        "Have the CA certificate reissued with the names it may issue for, or without this extension; in openssl: nameConstraints = critical, permitted;DNS:example.com";
        "名称约束没有内容",
        "重颁发 CA 证书，写明它可以签发的名称，或不写这个扩展；在 openssl 里写：nameConstraints = critical, permitted;DNS:example.com"
    }
    NameConstraintsMisplaced {
        "Name constraints stand in a certificate that is no CA",
        "Have the certificate reissued without them; constraints belong into the certificate of the CA.";
        "名称约束写在了不是 CA 的证书里",
        "重颁发证书，不写名称约束；它应写在 CA 的证书里。"
    }
    NameConstraintsNotCritical {
        "The name constraints are not critical",
        "Make the CA certificate anew with the same key and name; in openssl: nameConstraints = critical, permitted;DNS:example.com";
        "名称约束没有标记为关键",
        "用相同的密钥和名称重新制作 CA 证书；在 openssl 里写：nameConstraints = critical, permitted;DNS:example.com"
    }
    NameInternal {
        "A public CA may not issue for an internal name",
        "Use a name below a domain that you own, also inside: it may stay out of public DNS. Or issue from a CA of your own.";
        "公共 CA 不能为内部名称签发",
        "内部也使用自有域名下的名称，可以不写进公共 DNS。或由自建 CA 签发。"
    }
    NameMalformed {
        "A name is written in a way that names are not",
        "Have the certificate reissued with the name corrected: a host name alone, without https:// or path, letters beyond ASCII as xn--, addresses as IP and not as DNS.";
        "有名称的写法不对",
        "改正名称后重颁发证书：只写主机名，不带 https:// 和路径，非 ASCII 字符写成 xn-- 形式，地址写成 IP 类型而不是 DNS 类型。"
    }
    NamesCritical {
        "The alternative names are marked critical",
        "Have the certificate reissued with this extension not critical, or without a subject name; in openssl: subjectAltName = DNS:shop.example.com";
        "使用者可选名称被标记为关键",
        "重颁发证书，不把这个扩展标记为关键，或不写使用者名称；在 openssl 里写：subjectAltName = DNS:shop.example.com"
    }
    NamesMissing {
        "There are no alternative names",
        "Have the certificate reissued with its names there; in openssl: subjectAltName = DNS:shop.example.com; in PowerShell: New-SelfSignedCertificate -DnsName shop.example.com";
        "没有使用者可选名称",
        "重颁发证书，把名称写在里面；在 openssl 里写：subjectAltName = DNS:shop.example.com；在 PowerShell 里写：New-SelfSignedCertificate -DnsName shop.example.com"
    }
    PolicyConstraintsNotCritical {
        "The policy constraints are not critical",
        "Make the CA certificate anew with the same key and name; in openssl: policyConstraints = critical, requireExplicitPolicy:0";
        "策略约束没有标记为关键",
        "用相同的密钥和名称重新制作 CA 证书；在 openssl 里写：policyConstraints = critical, requireExplicitPolicy:0"
    }
    PolicyNotSaid {
        "The certificate does not say how it was validated",
        "Have the certificate reissued with the policy of its validation: DV 2.23.140.1.2.1, OV 2.23.140.1.2.2, EV 2.23.140.1.1; in openssl: certificatePolicies = 2.23.140.1.2.1";
        "证书没有写明验证方式",
        "重颁发证书，写明验证方式的策略：DV 2.23.140.1.2.1，OV 2.23.140.1.2.2，EV 2.23.140.1.1；在 openssl 里写：certificatePolicies = 2.23.140.1.2.1"
    }
    RsaExponentWeak {
        "The exponent of the RSA key is weak",
        "Make a new key with the usual exponent 65537 and have the certificate reissued with it: openssl genrsa -out new.key 2048";
        "RSA 密钥的指数偏弱",
        "用常用指数 65537 生成新密钥，并用它重颁发证书：openssl genrsa -out new.key 2048"
    }
    RsaSizeUneven {
        "The size of the RSA key is no multiple of 8",
        "Make a new key of 2048, 3072 or 4096 bits and have the certificate reissued with it: openssl genrsa -out new.key 2048";
        "RSA 密钥的位数不是 8 的倍数",
        "生成 2048、3072 或 4096 位的新密钥，并用它重颁发证书：openssl genrsa -out new.key 2048"
    }
    SerialNotPositive {
        "The serial number is zero or negative",
        "Have the certificate reissued with a random serial number; in openssl: openssl x509 -req with -CAcreateserial, or rand_serial = yes for openssl ca";
        "序列号是零或负数",
        "用随机序列号重颁发证书；openssl x509 -req 加上 -CAcreateserial，或在 openssl ca 的配置里写 rand_serial = yes"
    }
    SerialTooLong {
        "The serial number is too long",
        "Have the certificate reissued with a serial number of at most 20 octets; in openssl: openssl x509 -req with -CAcreateserial, or rand_serial = yes for openssl ca";
        "序列号太长",
        "用不超过 20 字节的序列号重颁发证书；openssl x509 -req 加上 -CAcreateserial，或在 openssl ca 的配置里写 rand_serial = yes"
    }
    SerialTooShort {
        "The serial number is too short to be random",
        "Have the certificate reissued with a random serial number of 64 bits or more; openssl makes one of 159 bits with rand_serial = yes.";
        "序列号太短，谈不上随机",
        "用 64 位以上的随机序列号重颁发证书；openssl 的 rand_serial = yes 会生成 159 位的序列号。"
    }
    ServerAndOtherUsage {
        "A server certificate has further purposes",
        "Order a certificate of its own for each purpose, and have this one reissued for servers alone.";
        "服务器证书带有其他用途",
        "每种用途各申请一个证书，这个证书重颁发为只用于服务器。"
    }
    SignatureAlgorithmsDiffer {
        "Two signature algorithms are named",
        "Have the certificate reissued; the CA’s software writes the algorithm twice and has to write the same.";
        "写了两种签名算法",
        "重颁发证书；CA 的软件会写两处签名算法，两处必须相同。"
    }
    SubjectEmpty {
        "The subject is empty",
        "Have the certificate reissued with a subject. A server certificate may leave it empty when its alternative names are critical; in openssl: subjectAltName = critical, DNS:shop.example.com";
        "使用者为空",
        "重颁发证书并写入使用者。服务器证书的使用者可以为空，但使用者可选名称要标记为关键；在 openssl 里写：subjectAltName = critical, DNS:shop.example.com"
    }
    SubjectKeyIdCritical {
        "The subject key identifier is marked critical",
        "Have the certificate reissued with this extension not critical; in openssl: subjectKeyIdentifier = hash";
        "使用者密钥标识符被标记为关键",
        "重颁发证书，不把这个扩展标记为关键；在 openssl 里写：subjectKeyIdentifier = hash"
    }
    SubjectKeyIdMissing {
        "The subject key identifier is missing",
        "Have the certificate reissued with it; a CA of your own is made anew with the same key and name. In openssl: subjectKeyIdentifier = hash";
        "缺少使用者密钥标识符",
        "重颁发证书并写入它；自建 CA 用相同的密钥和名称重新制作。在 openssl 里写：subjectKeyIdentifier = hash"
    }
    TransparencyMissing {
        "The certificate carries no transparency receipts",
        "Have the certificate reissued by the CA with receipts in it, which is the default everywhere.";
        "证书没有透明度回执",
        "让 CA 重颁发带回执的证书，各家 CA 默认都会写入。"
    }
    ValidityMalformed {
        "A date of the validity is not written as it should be",
        "Have the certificate reissued with dates in UTC, with seconds and without fractions.";
        "有效期的日期写法不符合规定",
        "重颁发证书，日期用 UTC 时间，写到秒，不带小数。"
    }
    VersionTooOld {
        "The certificate is of an old version",
        "Have the certificate reissued as version 3. In openssl any extension makes it one: -extfile with subjectAltName = DNS:shop.example.com";
        "证书版本太旧",
        "重颁发第 3 版的证书。在 openssl 里只要写入扩展就是第 3 版：-extfile 文件里写 subjectAltName = DNS:shop.example.com"
    }
    WildcardForPublicSuffix {
        "A wildcard covers the domains of others",
        "Have the certificate reissued for a name below the registered domain, such as *.example.com.";
        "通配符覆盖了他人的域名",
        "为自己注册的域名下的名称重颁发证书，例如 *.example.com。"
    }
    WildcardMisplaced {
        "A wildcard stands in the wrong place",
        "Have the certificate reissued with the asterisk alone at the very left, such as *.example.com, or with each name written out.";
        "通配符的位置不对",
        "重颁发证书，星号单独写在最左边，例如 *.example.com，或逐个写出名称。"
    }
}

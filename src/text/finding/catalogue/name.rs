//! The catalogue of the names of an order.

use super::{About, Entry};
use crate::core::finding::Id;

entries! {
    OrderNameMalformed {
        "A name cannot stand in a certificate",
        "Write the host name as visitors type it: letters, digits, hyphens and dots.";
        "有名称不能写入证书",
        "按访问者输入的样子填写主机名：字母、数字、连字符和点。"
    }
    OrderNameWildcardMisplaced {
        "A wildcard is written wrongly",
        "Write one * as the whole left-most label, such as *.example.com, and one wildcard for each level.";
        "通配符的写法不对",
        "把一个 * 作为最左边的完整一级，例如 *.example.com；每一级各用一个通配符。"
    }
    OrderNamePublicSuffix {
        "A name takes in a public suffix",
        "Name your own domain below it, such as example.co.uk instead of co.uk.";
        "有名称涉及公共后缀",
        "填写它下面自己的域名，例如用 example.co.uk，而不是 co.uk。"
    }
    OrderNamePrivateAddress {
        "A private or reserved IP address",
        "Remove it. For an internal address use your own CA, or give the server a public name.";
        "私有或保留的 IP 地址",
        "去掉它。内部地址使用自己的 CA，或为服务器设置公共域名。"
    }
    OrderNameInternal {
        "A name for internal networks",
        "Remove it. Use your own CA for it, or a name below a domain that you have registered.";
        "内部网络使用的名称",
        "去掉它。为它使用自己的 CA，或改用已注册域名下的名称。"
    }
    OrderNameTopLevelUnknown {
        "An unknown top-level domain",
        "Look for a typing error at the end of the name; for an internal name use your own CA.";
        "未知的顶级域",
        "检查名称末尾有没有输错；内部名称使用自己的 CA。"
    }
    OrderNameLong {
        "A name is too long for the common name",
        "Put a shorter name of the list into the common name, or leave the common name empty where the CA allows it.";
        "名称太长，不能作为通用名称",
        "用列表中较短的域名作为通用名称，或在 CA 允许时不填通用名称。"
    }
    OrderNameTwoLevels {
        "A name lies deeper than the wildcard reaches",
        "Keep it as a name of its own, or add a wildcard for its level.";
        "名称的层级超出通配符的范围",
        "把它作为单独的域名保留，或为它那一级添加通配符。"
    }
    OrderNameFilterWord {
        "A name contains a word that filters stop",
        "Order it as it is; if it is held back, change the host part, ask the CA for a review, or order OV.";
        "名称含有过滤器会拦下的词",
        "可以照样申请；如果被拦下，修改主机部分、联系 CA 审核，或申请 OV。"
    }
    OrderNameDuplicate {
        "A name is in the list twice",
        "Leave the second one out.";
        "列表中有重复的名称",
        "去掉重复的一个。"
    }
    OrderNameCovered {
        "A wildcard of the list covers the name",
        "Leave it out, unless it has to be the common name.";
        "列表中的通配符已覆盖此名称",
        "去掉它，除非要用作通用名称。"
    }
    OrderNameOnion {
        "The name of an onion service",
        "Choose a CA that issues for .onion and follow its way of validation.";
        "洋葱服务的名称",
        "选择为 .onion 颁发证书的 CA，并按它的方式验证。"
    }
    OrderNameVendorRule {
        "One vendor does not take this top-level domain",
        "Ask your CA before you order, or choose another one.";
        "某一家服务商不接受此顶级域",
        "申请之前先向 CA 确认，或换一家 CA。"
    }
    OrderAddressFewCas {
        "A public IP address",
        "Ask your CA whether and for how long it issues for IP addresses.";
        "公共 IP 地址",
        "向 CA 确认是否为 IP 地址颁发证书，以及有效期多长。"
    }
    OrderAddressesNotByDns {
        "IP addresses cannot be validated by DNS",
        "Choose file validation for them, and have port 80 open; beside wildcards order two certificates where the CA does not mix methods.";
        "IP 地址不能使用 DNS 验证",
        "为它们选择文件验证并开放 80 端口；如果同时有通配符而 CA 不支持混合验证，分成两个证书申请。"
    }
    OrderListDnsOnly {
        "Wildcards need DNS validation",
        "Choose DNS validation, and have access to the records of the domain at hand.";
        "通配符需要 DNS 验证",
        "选择 DNS 验证，并准备好域名解析的管理权限。"
    }
    OrderListLimit {
        "The list of names is too long",
        "Split the list, and order a certificate for each part.";
        "域名列表太长",
        "把列表分成几份，分别申请证书。"
    }
}

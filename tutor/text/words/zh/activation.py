SENTENCES: dict[str, str] = {
    "activation.unknown": "没有叫 {name} 的激活函数。",
    "activation.unknown_near": "没有叫 {name} 的激活函数。是不是想写 {near}？",
    "activation.unknown_parameter": "{function} 没有参数 {name}，它的参数是 {known}。",
    "activation.no_parameters": "{function} 没有参数，不能设置 {name}。",
    "activation.order": "{function} 只提供到二阶导数，没有 {order} 阶。",
    "activation.odd_length": "门控单元要把向量分成两半，{size} 个数分不匀。",
    "activation.needs_vector": "{function} 需要一个向量。",
}
